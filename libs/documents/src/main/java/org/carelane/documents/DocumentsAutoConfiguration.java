package org.carelane.documents;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** No document is read that this release does not understand. */
@AutoConfiguration
public class DocumentsAutoConfiguration {

  @Bean
  static NewerDocuments newerDocuments() {
    return new NewerDocuments();
  }
}
