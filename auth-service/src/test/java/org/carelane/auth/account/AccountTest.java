package org.carelane.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.carelane.accesstoken.Role;
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

  private static Account account(@Nullable Instant changedAt) {
    return new Account(
        "a", "e@x.org", "n", Set.of(Role.DOCTOR), "h", false, REGISTERED, changedAt, List.of(), 1L);
  }
}
