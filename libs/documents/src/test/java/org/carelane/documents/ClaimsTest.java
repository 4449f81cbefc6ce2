package org.carelane.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.carelane.testservers.TravellingClock;
import org.carelane.testservers.WithServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

@WithServers
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class ClaimsTest {

  private static final String COLLECTION = "parcels";
  private static final Instant NOW = Instant.parse("2027-03-15T09:00:00Z");

  @SpringBootConfiguration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import(TravellingClock.class)
  static class Office {}

  @Autowired private Claims claims;
  @Autowired private TravellingClock clock;
  @Autowired private MongoTemplate mongo;

  @BeforeEach
  void clear() {
    mongo.remove(new Query(), COLLECTION);
  }

  @AfterEach
  void backToNow() {
    clock.returnHome();
  }

  @Test
  void takesTheLongestOverdueFirstAndNothingThatIsNotDue() {
    store("later", NOW.minusSeconds(1));
    store("first", NOW.minusSeconds(9));
    store("not yet", NOW.plusSeconds(1));
    store("second", NOW.minusSeconds(5));
    assertThat(claim(2)).containsExactly("first", "second");
    assertThat(claim(2)).containsExactly("later");
    assertThat(claim(2)).isEmpty();
  }

  @Test
  void whatIsNotSavedIsFreeAgainWhenTheClaimHasRunOut() {
    store("parcel", NOW.minusSeconds(1));
    assertThat(claim(1)).hasSize(1);
    clock.travel(Claims.LASTS.minusSeconds(1));
    assertThat(claim(1)).isEmpty();
    clock.travel(Duration.ofSeconds(2));
    assertThat(claim(1)).containsExactly("parcel");
  }

  /** A save replaces the whole document. */
  @Test
  void whatIsSavedAndDueAgainIsFreeAtOnce() {
    store("parcel", NOW.minusSeconds(1));
    assertThat(claim(1)).hasSize(1);
    mongo.save(new Document("_id", "parcel").append("due", NOW), COLLECTION);
    assertThat(claim(1)).containsExactly("parcel");
  }

  @Test
  void replicasThatLookAtOnceShareAll() throws Exception {
    var all = IntStream.range(0, 400).mapToObj(Integer::toString).toList();
    all.forEach(id -> store(id, NOW.minusSeconds(Long.parseLong(id))));
    List<String> taken = new ArrayList<>();
    try (var replicas = Executors.newFixedThreadPool(4)) {
      Callable<List<String>> replica =
          () -> {
            var mine = new ArrayList<String>();
            for (var some = claim(25); !some.isEmpty(); some = claim(25)) {
              mine.addAll(some);
            }
            return mine;
          };
      for (var one : replicas.invokeAll(List.of(replica, replica, replica, replica))) {
        taken.addAll(one.get());
      }
    }
    taken.addAll(claim(400)); // a replica that lost one race stops early
    assertThat(taken).containsExactlyInAnyOrderElementsOf(all);
  }

  private void store(String id, Instant due) {
    mongo.insert(new Document("_id", id).append("due", due), COLLECTION);
  }

  private List<String> claim(int atMost) {
    return claims.claim(COLLECTION, Criteria.where("due").lte(NOW), "due", atMost);
  }
}
