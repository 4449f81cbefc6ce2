package org.carelane.auth.attempt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.carelane.documents.CompareAndSet;
import org.carelane.documents.DocumentReader;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Decides whether a password may be tried. The counts are in the database, so that all replicas
 * agree. A refused attempt is not counted, so repeating it does not make the delay longer.
 */
@Component
public class SignInAttempts {

  private static final Duration CROWDED = Duration.ofSeconds(1);

  private final MongoOperations mongo;
  private final DocumentReader reader;
  private final SignInLimits limits;
  private final Clock clock;

  /** How many attempts are under way in this replica, by address. */
  private final ConcurrentHashMap<ClientAddress, Integer> underWay = new ConcurrentHashMap<>();

  SignInAttempts(MongoOperations mongo, DocumentReader reader, SignInLimits limits, Clock clock) {
    this.mongo = mongo;
    this.reader = reader;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * Makes one attempt, if one is allowed now. Concurrent attempts of an address count as failures
   * for each other, so that they cannot exceed the limit.
   *
   * @param email of the account that is tried, whether it exists or not
   * @param delayed makes the result if none is allowed now, from the time until one is
   * @param compare compares the password; it has to call {@link #succeeded} or {@link #failed}
   */
  public <T> T attempt(
      String email, ClientAddress from, Function<Duration, T> delayed, Supplier<T> compare) {
    int others = underWay.merge(from, 1, Integer::sum) - 1;
    try {
      var delay = delay(email, from, others);
      return delay.isPositive() ? delayed.apply(delay) : compare.get();
    } finally {
      underWay.computeIfPresent(from, (_, count) -> count == 1 ? null : count - 1);
    }
  }

  private Duration delay(String email, ClientAddress from, int others) {
    var address = attemptsOf(from).andAtOnce(others, clock.instant(), limits.address());
    try {
      return CompareAndSet.repeat(() -> delay(email, from, address.opens(limits.address())));
    } catch (OptimisticLockingFailureException | DuplicateKeyException e) {
      return CROWDED;
    }
  }

  private Duration delay(String email, ClientAddress from, Instant addressOpens) {
    var now = clock.instant();
    var account = attemptsOn(email);
    var accountOpens = account.opens(from, limits.account());
    var opens =
        account.knows(from) || accountOpens.isAfter(addressOpens) ? accountOpens : addressOpens;
    if (opens.isAfter(now)) {
      return Duration.between(now, opens);
    }
    mongo.save(account.attempted(from, now, limits.account()));
    return Duration.ZERO;
  }

  /** The password was right. */
  public void succeeded(String email, ClientAddress from) {
    CompareAndSet.repeat(() -> mongo.save(attemptsOn(email).succeeded(from, clock.instant())));
  }

  /** The password was wrong, or there is no such account. */
  public void failed(ClientAddress from) {
    CompareAndSet.repeat(
        () -> mongo.save(attemptsOf(from).failed(clock.instant(), limits.address())));
  }

  @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
  void forget() {
    var expired = Query.query(Criteria.where("expiresAt").lt(clock.instant()));
    mongo.remove(expired, AccountAttempts.class);
    mongo.remove(expired, AddressAttempts.class);
  }

  private AccountAttempts attemptsOn(String email) {
    var id = Digests.of(email);
    return reader.find(id, AccountAttempts.class).orElseGet(() -> AccountAttempts.none(id));
  }

  private AddressAttempts attemptsOf(ClientAddress from) {
    return reader
        .find(from.value(), AddressAttempts.class)
        .orElseGet(() -> AddressAttempts.none(from));
  }
}
