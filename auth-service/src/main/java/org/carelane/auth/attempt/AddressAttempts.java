package org.carelane.auth.attempt;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Failed sign-ins from one address. A success does not reset them: an attacker may have an account
 * too.
 *
 * @param id the address
 */
@Document("address_attempts")
record AddressAttempts(
    @Id String id, Failures failures, @Indexed Instant expiresAt, @Version @Nullable Long version) {

  static AddressAttempts none(ClientAddress address) {
    return new AddressAttempts(address.value(), Failures.NONE, Instant.EPOCH, null);
  }

  /** Counts others that are under way as failed. */
  AddressAttempts andAtOnce(int others, Instant now, Limit limit) {
    return others == 0
        ? this
        : new AddressAttempts(id, failures.more(others, now, limit), expiresAt, version);
  }

  Instant opens(Limit limit) {
    return limit.opens(failures);
  }

  AddressAttempts failed(Instant now, Limit limit) {
    var more = failures.more(1, now, limit);
    return new AddressAttempts(id, more, now.plus(limit.forgottenAfter()), version);
  }
}
