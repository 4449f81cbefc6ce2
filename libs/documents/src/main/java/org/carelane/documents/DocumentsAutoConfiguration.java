package org.carelane.documents;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.convert.MongoConverter;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.MongoPersistentEntity;

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

  /** No save loses what a newer release has written. */
  @Bean
  static KeptFields keptFields(MongoConverter converter, ObjectProvider<DerivedFields> derived) {
    var names = derived.stream().flatMap(it -> it.names().stream()).collect(Collectors.toSet());
    return new KeptFields(new KnownFields(converter, names));
  }

  @Bean
  UnreadableDocuments unreadableDocuments(MongoOperations mongo, MeterRegistry meters) {
    var collections =
        mongo.getConverter().getMappingContext().getPersistentEntities().stream()
            .filter(it -> it.isAnnotationPresent(Document.class))
            .map(MongoPersistentEntity::getCollection)
            .toList();
    return new UnreadableDocuments(meters, collections);
  }

  @Bean
  DocumentReader documentReader(
      MongoOperations mongo, ApplicationEventPublisher events, UnreadableDocuments unreadable) {
    return new DocumentReader(mongo, events, unreadable);
  }

  @Bean
  BulkCompareAndSet bulkCompareAndSet(MongoOperations mongo, ApplicationEventPublisher events) {
    return new BulkCompareAndSet(mongo, events);
  }
}
