package org.carelane.auth.attempt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.carelane.auth.attempt.Admission.Admitted;
import org.carelane.auth.attempt.Admission.Delayed;
import org.carelane.documents.CompareAndSet;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Decides whether a password may be tried. The counts are in the database, so that all replicas
 * agree. A refused attempt changes nothing: who hammers does not make the delay longer, and every
 * delay ends.
 */
@Component
public class SignInAttempts {

  private static final Duration CROWDED = Duration.ofSeconds(1);

  private final MongoOperations mongo;
  private final AttemptProperties limits;
  private final Clock clock;

  SignInAttempts(MongoOperations mongo, AttemptProperties limits, Clock clock) {
    this.mongo = mongo;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * Asks for one attempt. If it is admitted, {@link #succeeded} or {@link #failed} has to follow.
   *
   * @param email of the account that is tried, whether it exists or not
   */
  public Admission admit(String email, ClientAddress from) {
    var addressOpens = attemptsOf(from).opens(limits.address());
    try {
      return CompareAndSet.repeat(() -> admit(email, from, addressOpens));
    } catch (OptimisticLockingFailureException | DuplicateKeyException e) {
      return new Delayed(CROWDED);
    }
  }

  private Admission admit(String email, ClientAddress from, Instant addressOpens) {
    var now = clock.instant();
    var account = attemptsOn(email);
    var accountOpens = account.opens(from, limits.account());
    var opens =
        account.knows(from) || accountOpens.isAfter(addressOpens) ? accountOpens : addressOpens;
    if (opens.isAfter(now)) {
      return new Delayed(Duration.between(now, opens));
    }
    mongo.save(account.attempted(from, now, limits.account()));
    return new Admitted();
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
    var id = digest(email);
    return Objects.requireNonNullElseGet(
        mongo.findById(id, AccountAttempts.class), () -> AccountAttempts.none(id));
  }

  private AddressAttempts attemptsOf(ClientAddress from) {
    return Objects.requireNonNullElseGet(
        mongo.findById(from.value(), AddressAttempts.class), () -> AddressAttempts.none(from));
  }

  /** What people type into the e-mail field is kept no longer than it takes. */
  private static String digest(String email) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(email.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
