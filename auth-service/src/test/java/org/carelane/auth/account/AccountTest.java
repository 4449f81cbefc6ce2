package org.carelane.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.carelane.accesstoken.Role;
import org.carelane.auth.account.ExpectedToken.Purpose;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccountTest {

  private static final Instant REGISTERED = Instant.parse("2027-02-20T18:00:00Z");
  private static final Instant CHANGED = Instant.parse("2027-02-21T18:00:00Z");

  @Test
  void changesAscendWhateverTheClockSays() {
    var later = CHANGED.plusSeconds(1);
    assertThat(account(null).nextChange(later)).isEqualTo(later);
    assertThat(account(CHANGED).nextChange(later)).isEqualTo(later);
    assertThat(account(CHANGED).nextChange(CHANGED)).isEqualTo(CHANGED.plusMillis(1));
    assertThat(account(CHANGED).nextChange(REGISTERED)).isEqualTo(CHANGED.plusMillis(1));
    assertThat(account(null).nextChange(REGISTERED)).isEqualTo(REGISTERED.plusMillis(1));
  }

  @Test
  void anotherPasswordCutsOffWhatBeganBefore() {
    var once = account(null).withPassword("one", "mine", CHANGED);
    assertThat(once.cutsOff("mine", 0)).isFalse();
    assertThat(once.cutsOff("other", 0)).isTrue();
    assertThat(once.cutsOff("new", once.sessionGeneration())).isFalse();

    var twice = once.withPassword("two", "new", CHANGED);
    assertThat(twice.cutsOff("mine", 0)).isTrue();
    assertThat(twice.cutsOff("new", once.sessionGeneration())).isFalse();

    var reset = twice.withPassword("three", null, CHANGED);
    assertThat(reset.cutsOff("new", once.sessionGeneration())).isTrue();
    assertThat(account(null).cutsOff("any", 0)).isFalse();
  }

  @Test
  void tokensAreOfUseUntilTheyExpireOrThePasswordIsAnother() {
    var first = MailedToken.next("a");
    var second = MailedToken.next("a");
    var account = expecting(expecting(account(null), first), second);
    for (var token : List.of(first, second)) {
      assertThat(account.expectsReset(token, CHANGED.minusMillis(1))).isTrue();
      assertThat(account.expectsReset(token, CHANGED)).isFalse();
      assertThat(account.expectsVerification(token, REGISTERED)).isFalse();
    }
    var changed = account.withPassword("other", null, CHANGED);
    assertThat(changed.expectsReset(first, REGISTERED)).isFalse();
    assertThat(changed.expectsReset(second, REGISTERED)).isFalse();
  }

  @Test
  void theOldestOfManyTokensIsForgotten() {
    var tokens = Stream.generate(() -> MailedToken.next("a")).limit(6).toList();
    var account = account(null);
    for (var token : tokens) {
      account = expecting(account, token);
    }
    assertThat(account.tokens()).hasSize(5);
    assertThat(account.expectsReset(tokens.getFirst(), REGISTERED)).isFalse();
    assertThat(account.expectsReset(tokens.get(1), REGISTERED)).isTrue();
    assertThat(account.expectsReset(tokens.getLast(), REGISTERED)).isTrue();
  }

  private static Account expecting(Account account, MailedToken token) {
    return account.expecting(new ExpectedToken(Purpose.PASSWORD_RESET, token.hash(), CHANGED));
  }

  private static Account account(@Nullable Instant changedAt) {
    return anAccount("a", "e@x.org", "n", Role.DOCTOR, REGISTERED, changedAt);
  }

  /** As a release before wrote it. */
  static Account anAccount(
      String id,
      String email,
      String name,
      Role role,
      Instant registered,
      @Nullable Instant changedAt) {
    return new Account(
        id,
        email,
        name,
        Set.of(role),
        "hash",
        false,
        registered,
        changedAt,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        1L);
  }
}
