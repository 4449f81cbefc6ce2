package org.carelane.chat.live;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.carelane.accesstoken.Caller;
import org.carelane.rest.ProblemException;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class LiveSessionTest {

  private static final Caller CALLER =
      new Caller("account", "Amina Yusuf", "amina@example.org", Set.of());
  private static final Instant UNTIL = Instant.parse("2027-02-20T18:00:00Z");

  private final Subscribers subscribers = new Subscribers();
  private final LiveSession session = new LiveSession(properties(), subscribers);

  @Test
  void isCountedWhileSubscribed() {
    session.subscribe("s1", "a~b", 7);
    session.subscribe("s2", "a~b", 7);
    session.unsubscribe("s1");
    assertThat(subscribers.isPresent("a~b")).isTrue();
    session.unsubscribe("s2");
    session.unsubscribe("s2");
    assertThat(subscribers.isPresent("a~b")).isFalse();
  }

  @Test
  void leavesWhenItCloses() {
    session.subscribe("s1", "a~b", 7);
    session.close();
    session.close();
    session.subscribe("s2", "a~b", 7);
    assertThat(subscribers.isPresent("a~b")).isFalse();
  }

  @Test
  void movesASubscriptionThatIsUsedAgain() {
    session.subscribe("s1", "a~b", 7);
    session.subscribe("s1", "a~c", 7);
    assertThat(subscribers.isPresent("a~b")).isFalse();
    assertThat(subscribers.isPresent("a~c")).isTrue();
  }

  @Test
  void mayNotListenToEverything() {
    session.subscribe("s1", "a~b", 7);
    session.subscribe("s2", "a~c", 7);
    assertThatThrownBy(() -> session.subscribe("s3", "a~d", 7))
        .isInstanceOf(ProblemException.class);
    assertThat(subscribers.isPresent("a~d")).isFalse();
  }

  @Test
  void maySendABurstAndThenHasToSlowDown() {
    session.admit();
    session.admit();
    session.admit();
    assertThatThrownBy(() -> IntStream.range(0, 10).forEach(_ -> session.admit()))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void isNobodysBeforeItIsAuthenticated() {
    assertThatThrownBy(session::caller).isInstanceOf(ProblemException.class);
  }

  @Test
  void isNobodysBeforeConnectedWasSent() {
    session.authenticated(CALLER, UNTIL);
    var frame = CompletableFuture.supplyAsync(session::caller);
    assertThat(frame).isNotDone();
    assertThat(session.connected()).isEqualTo(new LiveSession.Admission(CALLER, UNTIL));
    assertThat(frame.orTimeout(10, SECONDS).join()).isEqualTo(CALLER);
  }

  @Test
  void nobodyWaitsForASessionThatHasClosed() {
    session.authenticated(CALLER, UNTIL);
    session.close();
    assertThatThrownBy(session::caller).isInstanceOf(ProblemException.class);
  }

  @Test
  void isShownFromTheEndItHadWhenTheFirstCame() {
    session.subscribe("s1", "a~b", 7);
    session.subscribe("s2", "a~b", 9);
    assertThat(subscribers.shown("a~b")).hasValue(7);
    subscribers.noteShown("a~b", 9);
    subscribers.noteShown("a~b", 8);
    assertThat(subscribers.shown("a~b")).hasValue(9);
    session.close();
    subscribers.noteShown("a~b", 10);
    assertThat(subscribers.shown("a~b")).isEmpty();
  }

  private static LiveProperties properties() {
    return new LiveProperties(
        List.of(),
        Duration.ofSeconds(10),
        Duration.ofSeconds(10),
        DataSize.ofKilobytes(32),
        DataSize.ofKilobytes(512),
        Duration.ofSeconds(10),
        1,
        3,
        2);
  }
}
