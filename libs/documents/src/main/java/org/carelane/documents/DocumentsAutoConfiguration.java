package org.carelane.documents;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.carelane.rest.RequestLimits;
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

  /** Of six consumers at most, the outbox, deadlines and schedules. */
  private static final int CONNECTIONS_BESIDE_REQUESTS = 40;

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
            .readConcern(ReadConcern.MAJORITY);
  }

  /**
   * An operation ends within 12 s, before the gateway stops waiting for the request: 2 s for a
   * server, 1 s for a connection, 4 s for an answer, and the last two again when the driver repeats
   * it. A request needs one connection at a time, so that some are always left for consumers and
   * for work that falls due.
   */
  @Bean
  MongoClientSettingsBuilderCustomizer timeLimits(RequestLimits requests) {
    return settings ->
        settings
            .applyToClusterSettings(it -> it.serverSelectionTimeout(2, TimeUnit.SECONDS))
            .applyToConnectionPoolSettings(
                it ->
                    it.maxSize(requests.atOnce() + CONNECTIONS_BESIDE_REQUESTS)
                        .maxWaitTime(1, TimeUnit.SECONDS))
            .applyToSocketSettings(
                it -> it.connectTimeout(1, TimeUnit.SECONDS).readTimeout(4, TimeUnit.SECONDS));
  }

  @Bean
  DatabaseOutage databaseOutage() {
    return new DatabaseOutage();
  }

  @Bean
  Claims claims(MongoOperations mongo, Clock clock) {
    return new Claims(mongo, clock);
  }

  @Bean
  static DerivedFields claimField() {
    return new DerivedFields(Claims.FIELD);
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
