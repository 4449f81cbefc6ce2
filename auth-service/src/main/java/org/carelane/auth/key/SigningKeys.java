package org.carelane.auth.key;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.carelane.documents.DocumentReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The signing keys, shared in the database. A key is generated ahead of its period and keys are
 * reloaded every 30 s, so every replica and verifier has it before it signs.
 */
@Component
public class SigningKeys {

  private static final Logger log = LoggerFactory.getLogger(SigningKeys.class);

  private final MongoOperations mongo;
  private final DocumentReader reader;
  private final KeySeal seal;
  private final KeyProperties properties;
  private final Clock clock;
  private final Lock looking = new ReentrantLock();
  private volatile KeyRing ring;

  SigningKeys(
      MongoOperations mongo,
      DocumentReader reader,
      KeySeal seal,
      KeyProperties properties,
      Clock clock,
      MeterRegistry meters) {
    this.mongo = mongo;
    this.reader = reader;
    this.seal = seal;
    this.properties = properties;
    this.clock = clock;
    this.ring = load();
    TimeGauge.builder(
            "carelane.signing.key.age",
            this,
            TimeUnit.SECONDS,
            it -> it.ring.age(clock.instant()).toSeconds())
        .description("For how long the key that signs has been signing")
        .register(meters);
  }

  /** The public keys with which tokens are verified. */
  public JWKSet published() {
    return ring().published(clock.instant());
  }

  /** The one key that signs now. */
  public JWKSource<SecurityContext> signing() {
    return (selector, _) -> selector.select(ring().signing(clock.instant()));
  }

  /** All keys this service accepts. */
  public JWKSource<SecurityContext> verifying() {
    return (selector, _) -> selector.select(published());
  }

  @Scheduled(fixedDelay = 30, initialDelay = 30, timeUnit = TimeUnit.SECONDS)
  void rotate() {
    try {
      ring = load();
    } catch (DataAccessException | IllegalStateException e) {
      // E.g. a key sealed with a secret only newer replicas have. The loaded keys stay in use.
      log.warn("Keys are not looked up now: {}", e.toString());
    }
  }

  /** The loaded keys. If they are stale, e.g. after the machine slept, one thread reloads them. */
  private KeyRing ring() {
    if (ring.isStale(clock.instant()) && looking.tryLock()) {
      try {
        rotate();
      } finally {
        looking.unlock();
      }
    }
    return ring;
  }

  private KeyRing load() {
    var now = clock.instant();
    make(KeyPeriod.at(now, properties.rotateEvery()));
    make(KeyPeriod.at(now.plus(properties.publishAhead()), properties.rotateEvery()));
    var keys = unexpired(now).stream().map(this::underTodaysSecret);
    return new KeyRing(keys.map(key -> key.open(seal)).toList(), now);
  }

  /** Seals a key again if it is under the former secret. */
  private SigningKey underTodaysSecret(SigningKey key) {
    var resealed = key.resealed(seal);
    resealed.ifPresent(
        it -> {
          var unchanged = Criteria.where("_id").is(key.id()).and("sealed").is(key.sealed());
          var update = Update.update("sealed", it.sealed());
          mongo.updateFirst(Query.query(unchanged), update, SigningKey.class);
          log.info("Sealed the signing key of {} anew", key.id());
        });
    return resealed.orElse(key);
  }

  private void make(KeyPeriod period) {
    if (mongo.exists(
        Query.query(Criteria.where("_id").is(period.start().toString())), SigningKey.class)) {
      return;
    }
    try {
      var expiresAt = period.end().plus(properties.publishAfter());
      mongo.insert(SigningKey.generate(period, expiresAt, seal));
      log.info("Made the signing key of {}", period.start());
    } catch (DuplicateKeyException e) {
      log.info("Another replica made the signing key of {}", period.start());
    }
  }

  private List<SigningKey> unexpired(Instant now) {
    return reader.readable(Query.query(Criteria.where("expiresAt").gt(now)), SigningKey.class);
  }
}
