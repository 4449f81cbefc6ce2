package org.carelane.auth.attempt;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Failed sign-ins to one account, which need not exist. Each address from which the owner has
 * signed in before has its own count; all others, the strangers, share one. So strangers cannot
 * keep the owner out.
 *
 * @param id SHA-256 of the e-mail, in hex
 * @param familiar the latest addresses of successful sign-ins, latest first
 * @param expiresAt when the document can be deleted
 */
@Document("account_attempts")
record AccountAttempts(
    @Id String id,
    Failures strangers,
    List<Familiar> familiar,
    @Indexed Instant expiresAt,
    @Version @Nullable Long version) {

  private static final int FAMILIAR_ADDRESSES = 10;
  private static final Duration FAMILIAR_FOR = Duration.ofDays(90);

  /** An address the owner is known to use, and the failures from there. */
  record Familiar(String address, Failures failures) {}

  static AccountAttempts none(String id) {
    return new AccountAttempts(id, Failures.NONE, List.of(), Instant.EPOCH, null);
  }

  boolean knows(ClientAddress address) {
    return familiar.stream().anyMatch(at(address));
  }

  /** When the next attempt from that address is allowed. */
  Instant opens(ClientAddress address, Limit limit) {
    return limit.opens(failuresOf(address));
  }

  /**
   * Counts an attempt as failed before its password is compared, so that concurrent attempts cannot
   * exceed the limit.
   */
  AccountAttempts attempted(ClientAddress address, Instant now, Limit limit) {
    var failures = failuresOf(address).more(1, now, limit);
    var until = later(expiresAt, now.plus(limit.forgottenAfter()));
    return knows(address)
        ? new AccountAttempts(id, strangers, withFirst(address, failures), until, version)
        : new AccountAttempts(id, failures, familiar, until, version);
  }

  /**
   * The owner signed in: the address becomes familiar. The strangers' count is reset only if the
   * address was not familiar, else every sign-in would give strangers new free attempts.
   */
  AccountAttempts succeeded(ClientAddress address, Instant now) {
    return new AccountAttempts(
        id,
        knows(address) ? strangers : Failures.NONE,
        withFirst(address, Failures.NONE),
        later(expiresAt, now.plus(FAMILIAR_FOR)),
        version);
  }

  private Failures failuresOf(ClientAddress address) {
    return familiar.stream()
        .filter(at(address))
        .map(Familiar::failures)
        .findFirst()
        .orElse(strangers);
  }

  private List<Familiar> withFirst(ClientAddress address, Failures failures) {
    var others = familiar.stream().filter(Predicate.not(at(address)));
    return Stream.concat(Stream.of(new Familiar(address.value(), failures)), others)
        .limit(FAMILIAR_ADDRESSES)
        .toList();
  }

  private static Predicate<Familiar> at(ClientAddress address) {
    return it -> it.address().equals(address.value());
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
