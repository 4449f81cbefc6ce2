package org.carelane.appointments.doctor;

import java.time.Clock;
import java.util.function.Predicate;
import org.carelane.messaging.Messages;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Creates and changes doctors' profiles. */
@Component
public class DoctorProfiles {

  private static final Logger log = LoggerFactory.getLogger(DoctorProfiles.class);
  private static final String TOPIC = "doctor.events";

  private final Doctors doctors;
  private final DoctorAccounts accounts;
  private final Messages messages;
  private final Clock clock;

  DoctorProfiles(Doctors doctors, DoctorAccounts accounts, Messages messages, Clock clock) {
    this.doctors = doctors;
    this.accounts = accounts;
    this.messages = messages;
    this.clock = clock;
  }

  public sealed interface Result {

    record Saved(Doctor doctor) implements Result {}

    record Refused(Refusal why) implements Result {}
  }

  public enum Refusal {
    NO_SUCH_DOCTOR,
    NOT_ALLOWED,
    /** The account has a profile already. */
    DOCTOR_EXISTS,
    /** The account is no doctor's, or not known yet. */
    NO_DOCTORS_ACCOUNT,
    /** The profile has another account already. */
    HAS_ACCOUNT,
    /** The profile is not, or no longer, as the caller has seen it. */
    CHANGED,
    /** The id was used for a different request before. */
    ID_REUSED
  }

  /**
   * @param repeatable whether a repetition of the request gets the same answer
   */
  public Result create(Doctor doctor, boolean repeatable) {
    if (doctor.accountId() == null) {
      return add(doctor, repeatable);
    }
    return accounts
        .awaitDoctor(doctor.accountId())
        .map(account -> withState(account.id(), add(doctor.with(account.state()), repeatable)))
        .orElse(new Result.Refused(Refusal.NO_DOCTORS_ACCOUNT));
  }

  private Result add(Doctor doctor, boolean repeatable) {
    try {
      doctors.add(doctor);
      return new Result.Saved(doctor);
    } catch (DuplicateKeyException e) {
      return existing(doctor, repeatable);
    }
  }

  /** The account may have been disabled while its profile was being written. */
  private Result withState(String accountId, Result result) {
    accounts.noteInProfile(accountId);
    return result;
  }

  private Result existing(Doctor doctor, boolean repeatable) {
    var same =
        repeatable
            && doctors
                .find(doctor.id())
                .filter(it -> it.fingerprint().equals(doctor.fingerprint()))
                .isPresent();
    if (same) {
      return new Result.Saved(doctor);
    }
    return new Result.Refused(
        repeatable && doctor.accountId() == null ? Refusal.ID_REUSED : Refusal.DOCTOR_EXISTS);
  }

  /**
   * @param admin whether the account may change every profile, not only its own
   * @param condition what the profile must be like before the change; {@code null} for none
   */
  public Result change(
      String id,
      DoctorChange change,
      String accountId,
      boolean admin,
      @Nullable Predicate<Doctor> condition) {
    var doctor = doctors.find(id).orElse(null);
    if (doctor == null) {
      return new Result.Refused(Refusal.NO_SUCH_DOCTOR);
    }
    if (!admin && !doctor.isAccount(accountId)) {
      return new Result.Refused(Refusal.NOT_ALLOWED);
    }
    if (condition != null && !condition.test(doctor)) {
      return new Result.Refused(Refusal.CHANGED);
    }
    var wanted = change.accountId();
    if (wanted == null || doctor.isAccount(wanted)) {
      return doctors
          .change(doctor, condition != null, change)
          .<Result>map(Result.Saved::new)
          .orElse(new Result.Refused(Refusal.CHANGED));
    }
    if (!admin) {
      return new Result.Refused(Refusal.NOT_ALLOWED);
    }
    return doctor.accountId() == null
        ? setAccount(doctor, condition != null, change, wanted)
        : new Result.Refused(Refusal.HAS_ACCOUNT);
  }

  private Result setAccount(
      Doctor doctor, boolean onlyAsRead, DoctorChange change, String accountId) {
    return accounts
        .awaitDoctor(accountId)
        .map(account -> withState(accountId, setAccount(doctor, onlyAsRead, change, account)))
        .orElse(new Result.Refused(Refusal.NO_DOCTORS_ACCOUNT));
  }

  private Result setAccount(
      Doctor doctor, boolean onlyAsRead, DoctorChange change, DoctorAccount account) {
    var id = doctor.id();
    var event = new DoctorAccountSet(id, account.id(), clock.instant());
    try {
      var changed =
          doctors.change(doctor, onlyAsRead, change, account, messages.message(TOPIC, id, event));
      changed.ifPresent(_ -> log.info("Doctor {} has the account {} now", id, account.id()));
      return changed
          .<Result>map(Result.Saved::new)
          .orElse(new Result.Refused(onlyAsRead ? Refusal.CHANGED : Refusal.HAS_ACCOUNT));
    } catch (DuplicateKeyException e) {
      return new Result.Refused(Refusal.DOCTOR_EXISTS);
    }
  }
}
