package org.carelane.auth.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AccountAttemptsTest {

  private static final Instant NOW = Instant.parse("2027-02-20T18:00:00Z");
  private static final Limit LIMIT =
      new Limit(3, Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofHours(24));
  private static final ClientAddress HOME = ClientAddress.of("192.0.2.1");
  private static final ClientAddress ELSEWHERE = ClientAddress.of("198.51.100.7");

  private final AccountAttempts none = AccountAttempts.none("account");

  @Test
  void theFirstFailuresAreFree() {
    assertThat(failed(none, ELSEWHERE, 0).opens(ELSEWHERE, LIMIT)).isBeforeOrEqualTo(NOW);
    assertThat(failed(none, ELSEWHERE, 2).opens(ELSEWHERE, LIMIT)).isBeforeOrEqualTo(NOW);
    assertThat(delayAfter(3)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void eachFurtherFailureDoublesTheDelayUpToTheLongest() {
    assertThat(delayAfter(4)).isEqualTo(Duration.ofSeconds(2));
    assertThat(delayAfter(5)).isEqualTo(Duration.ofSeconds(4));
    assertThat(delayAfter(8)).isEqualTo(Duration.ofSeconds(32));
    assertThat(delayAfter(9)).isEqualTo(Duration.ofMinutes(1));
    assertThat(delayAfter(10_000)).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void strangersShareOneCount() {
    var failed = failed(none, ELSEWHERE, 3);
    assertThat(failed.opens(ClientAddress.of("203.0.113.9"), LIMIT)).isAfter(NOW);
  }

  @Test
  void aFamiliarAddressHasItsOwnCount() {
    var known = none.succeeded(HOME, NOW);
    var attacked = failed(known, ELSEWHERE, 50);
    assertThat(attacked.opens(ELSEWHERE, LIMIT)).isAfter(NOW);
    assertThat(attacked.opens(HOME, LIMIT)).isBeforeOrEqualTo(NOW);
    assertThat(failed(attacked, HOME, 3).opens(HOME, LIMIT)).isAfter(NOW);
  }

  @Test
  void successForgetsTheFailuresFromThere() {
    assertThat(failed(none, HOME, 5).succeeded(HOME, NOW).opens(HOME, LIMIT))
        .isBeforeOrEqualTo(NOW);
    var known = failed(none.succeeded(HOME, NOW), HOME, 5).succeeded(HOME, NOW);
    assertThat(known.opens(HOME, LIMIT)).isBeforeOrEqualTo(NOW);
    assertThat(known.succeeded(HOME, NOW)).isEqualTo(known);
  }

  @Test
  void theOwnersSignInGivesStrangersNothing() {
    var attacked = failed(none.succeeded(HOME, NOW), ELSEWHERE, 5);
    assertThat(attacked.succeeded(HOME, NOW).opens(ELSEWHERE, LIMIT)).isAfter(NOW);
  }

  @Test
  void failuresAreForgottenInTime() {
    var later = NOW.plus(Duration.ofHours(24)).plusSeconds(1);
    var afterADay = failed(none, ELSEWHERE, 9).attempted(ELSEWHERE, later, LIMIT);
    assertThat(afterADay.strangers().count()).isEqualTo(1);
    assertThat(afterADay.opens(ELSEWHERE, LIMIT)).isBeforeOrEqualTo(later);
  }

  @Test
  void onlyTheLatestAddressesAreFamiliar() {
    var many =
        IntStream.range(0, 10)
            .mapToObj(i -> ClientAddress.of("203.0.113." + i))
            .reduce(none.succeeded(HOME, NOW), (it, at) -> it.succeeded(at, NOW), (a, b) -> b);
    assertThat(many.familiar()).hasSize(10);
    assertThat(many.knows(HOME)).isFalse();
    assertThat(many.knows(ClientAddress.of("203.0.113.9"))).isTrue();
  }

  private Duration delayAfter(int failures) {
    return Duration.between(NOW, failed(none, ELSEWHERE, failures).opens(ELSEWHERE, LIMIT));
  }

  private static AccountAttempts failed(AccountAttempts attempts, ClientAddress from, int times) {
    return IntStream.range(0, times)
        .boxed()
        .reduce(attempts, (it, _) -> it.attempted(from, NOW, LIMIT), (a, b) -> b);
  }
}
