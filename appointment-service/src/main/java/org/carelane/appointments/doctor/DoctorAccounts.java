package org.carelane.appointments.doctor;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Accounts as auth-service announced them. An account's profile carries a copy of its state, so
 * that a list of doctors and a booking look at one document only.
 */
@Component
public class DoctorAccounts {

  private static final Logger log = LoggerFactory.getLogger(DoctorAccounts.class);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final MongoOperations mongo;
  private final Doctors doctors;
  private final DoctorProperties properties;

  DoctorAccounts(MongoOperations mongo, Doctors doctors, DoctorProperties properties) {
    this.mongo = mongo;
    this.doctors = doctors;
    this.properties = properties;
  }

  Optional<DoctorAccount> find(String id) {
    return Optional.ofNullable(mongo.findById(id, DoctorAccount.class));
  }

  /**
   * The account of a doctor. One that was created a moment ago is announced a moment later, so an
   * unknown one is waited for.
   *
   * @return empty if it is no doctor's, or still unknown after {@link
   *     DoctorProperties#awaitAccount}
   */
  Optional<DoctorAccount> awaitDoctor(String id) {
    long until = System.nanoTime() + properties.awaitAccount().toNanos();
    var known = find(id);
    while (known.isEmpty() && System.nanoTime() < until) {
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      }
      known = find(id);
    }
    return known.filter(DoctorAccount::doctor);
  }

  /**
   * Stores an account, and then its state in its profile, unless a newer state is there. The same
   * again changes nothing.
   */
  public void note(DoctorAccount account) {
    try {
      mongo.insert(account);
    } catch (DuplicateKeyException e) {
      mongo.updateFirst(
          query(where("_id").is(account.id()).and("asOf").lt(account.asOf())),
          new Update()
              .set("doctor", account.doctor())
              .set("disabled", account.disabled())
              .set("asOf", account.asOf()),
          DoctorAccount.class);
    }
    noteInProfile(account);
  }

  private void noteInProfile(DoctorAccount account) {
    if (doctors.noteState(account.id(), account.state())) {
      log.info(
          "Doctor with account {} is {}", account.id(), account.disabled() ? "closed" : "open");
    }
  }

  /**
   * To be called after a profile got its account: what was announced meanwhile found no profile.
   */
  void noteInProfile(String accountId) {
    find(accountId).ifPresent(this::noteInProfile);
  }
}
