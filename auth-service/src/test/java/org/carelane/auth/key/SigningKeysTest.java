package org.carelane.auth.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.carelane.documents.DocumentReader;
import org.carelane.documents.UnreadableDocuments;
import org.carelane.testservers.Servers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class SigningKeysTest {

  private static final Instant NOW = Instant.parse("2027-02-20T18:00:00Z");
  private static final Duration MONTH = Duration.ofDays(30);
  private static final KeySeal SEAL = new KeySeal("a secret of thirty-two characters", "");
  private static final KeyProperties MONTHLY =
      new KeyProperties(MONTH, Duration.ofHours(1), Duration.ofDays(1));

  private final MongoClient client = MongoClients.create(Servers.running().mongoUri());
  private final MongoTemplate mongo = new MongoTemplate(client, "keys_" + UUID.randomUUID());
  private final DocumentReader reader =
      new DocumentReader(
          mongo, _ -> {}, new UnreadableDocuments(new SimpleMeterRegistry(), List.of()));

  @AfterEach
  void disconnect() {
    client.close();
  }

  @Test
  void replicasThatMakeAKeyAtOnceAgree() throws InterruptedException {
    Callable<String> replica = () -> keysAt(NOW).published().toString();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var published =
          threads.invokeAll(Collections.nCopies(8, replica)).stream()
              .map(Future::resultNow)
              .toList();
      assertThat(published).hasSize(8).containsOnly(published.getFirst());
    }
    assertThat(mongo.estimatedCount(SigningKey.class)).isEqualTo(1);
  }

  @Test
  void theNextKeyIsPublishedBeforeItSigns() {
    var end = KeyPeriod.at(NOW, MONTH).end();
    var current = keysAt(NOW).published().getKeys();
    assertThat(keysAt(end.minus(Duration.ofMinutes(61))).published().getKeys()).isEqualTo(current);
    var withNext = keysAt(end.minus(Duration.ofMinutes(59))).published().getKeys();
    assertThat(withNext).hasSize(2).containsAll(current);
    assertThat(keysAt(end.plus(Duration.ofHours(23))).published().getKeys()).isEqualTo(withNext);
    assertThat(keysAt(end.plus(Duration.ofHours(25))).published().getKeys())
        .hasSize(1)
        .doesNotContainAnyElementsOf(current);
  }

  @Test
  void aNewSecretSealsAnewWhatTheFormerOpens() {
    var published = keysAt(NOW).published().getKeys();
    var newer = new KeySeal("a newer secret of thirty-two chars", SEAL.keyEncryptionSecret());

    assertThat(keys(newer, NOW).published().getKeys()).isEqualTo(published);
    assertThat(keys(newer, NOW).published().getKeys()).isEqualTo(published);

    var alone = new KeySeal(newer.keyEncryptionSecret(), "");
    assertThat(keys(alone, NOW).published().getKeys()).isEqualTo(published);
    assertThatThrownBy(() -> keysAt(NOW)).hasMessageContaining("another key-encryption-secret");
  }

  @Test
  void aReplicaWithTheFormerSecretGoesOnWithTheKeysItKnows() {
    var old = keysAt(NOW);
    var published = old.published().getKeys();
    keys(new KeySeal("a newer secret of thirty-two chars", SEAL.keyEncryptionSecret()), NOW);

    old.rotate();

    assertThat(old.published().getKeys()).isEqualTo(published);
  }

  @Test
  void aKeyThatWasDeletedIsReplacedByAnotherAtTheNextLook() {
    var keys = keysAt(NOW);
    var leaked = keys.published().getKeys();
    mongo.remove(SigningKey.class).all();

    keys.rotate();

    assertThat(keys.published().getKeys()).hasSize(1).doesNotContainAnyElementsOf(leaked);
  }

  private SigningKeys keysAt(Instant now) {
    return keys(SEAL, now);
  }

  private SigningKeys keys(KeySeal seal, Instant now) {
    return new SigningKeys(
        mongo, reader, seal, MONTHLY, Clock.fixed(now, ZoneOffset.UTC), new SimpleMeterRegistry());
  }
}
