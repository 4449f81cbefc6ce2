package org.carelane.documents;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;

/** How a service writes documents, reads them and dates them. */
@AutoConfiguration(
    afterName = "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration")
public class DocumentsAutoConfiguration {

  /** In milliseconds, as the database keeps time: what is stored is what is read again. */
  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.tickMillis(ZoneOffset.UTC);
  }

  /** What was acknowledged and published must not be taken back by a failover. */
  @Bean
  MongoClientSettingsBuilderCustomizer durableWrites() {
    return settings ->
        settings
            .writeConcern(WriteConcern.MAJORITY.withJournal(true))
            .readConcern(ReadConcern.MAJORITY)
            .applyToClusterSettings(it -> it.serverSelectionTimeout(5, TimeUnit.SECONDS))
            .applyToSocketSettings(
                it -> it.connectTimeout(2, TimeUnit.SECONDS).readTimeout(15, TimeUnit.SECONDS));
  }

  /** No document is read that this release does not understand. */
  @Bean
  static NewerDocuments newerDocuments() {
    return new NewerDocuments();
  }

  @Bean
  BulkCompareAndSet bulkCompareAndSet(MongoOperations mongo, ApplicationEventPublisher events) {
    return new BulkCompareAndSet(mongo, events);
  }
}
