package org.carelane.chat.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.carelane.rest.ProblemException;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class LiveSessionTest {

  private final Subscribers subscribers = new Subscribers();
  private final LiveSession session = new LiveSession(properties(), subscribers);

  @Test
  void isCountedWhileSubscribed() {
    session.subscribe("s1", "a~b");
    session.subscribe("s2", "a~b");
    session.unsubscribe("s1");
    assertThat(subscribers.isPresent("a~b")).isTrue();
    session.unsubscribe("s2");
    session.unsubscribe("s2");
    assertThat(subscribers.isPresent("a~b")).isFalse();
  }

  @Test
  void leavesWhenItCloses() {
    session.subscribe("s1", "a~b");
    session.close();
    session.close();
    session.subscribe("s2", "a~b");
    assertThat(subscribers.isPresent("a~b")).isFalse();
  }

  @Test
  void movesASubscriptionThatIsUsedAgain() {
    session.subscribe("s1", "a~b");
    session.subscribe("s1", "a~c");
    assertThat(subscribers.isPresent("a~b")).isFalse();
    assertThat(subscribers.isPresent("a~c")).isTrue();
  }

  @Test
  void mayNotListenToEverything() {
    session.subscribe("s1", "a~b");
    session.subscribe("s2", "a~c");
    assertThatThrownBy(() -> session.subscribe("s3", "a~d")).isInstanceOf(ProblemException.class);
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
