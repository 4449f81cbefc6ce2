package org.carelane.documents;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;

/** No document is read that this release does not understand, and many can be saved at once. */
@AutoConfiguration(
    afterName = "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration")
public class DocumentsAutoConfiguration {

  @Bean
  static NewerDocuments newerDocuments() {
    return new NewerDocuments();
  }

  @Bean
  BulkCompareAndSet bulkCompareAndSet(MongoOperations mongo, ApplicationEventPublisher events) {
    return new BulkCompareAndSet(mongo, events);
  }
}
