package org.carelane.appointments.doctor;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Creates and changes doctors' profiles. */
@Component
public class DoctorProfiles {

  private final Doctors doctors;

  DoctorProfiles(Doctors doctors) {
    this.doctors = doctors;
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
    /** The id was used for a different request before. */
    ID_REUSED
  }

  /**
   * @param repeatable whether a repetition of the request gets the same answer
   */
  public Result create(Doctor doctor, boolean repeatable) {
    try {
      doctors.add(doctor);
      return new Result.Saved(doctor);
    } catch (DuplicateKeyException e) {
      return existing(doctor, repeatable);
    }
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
   */
  public Result change(String id, DoctorChange change, String accountId, boolean admin) {
    var doctor = doctors.find(id).orElse(null);
    if (doctor == null) {
      return new Result.Refused(Refusal.NO_SUCH_DOCTOR);
    }
    if (!admin && !doctor.isAccount(accountId)) {
      return new Result.Refused(Refusal.NOT_ALLOWED);
    }
    return doctors
        .change(id, change)
        .<Result>map(Result.Saved::new)
        .orElse(new Result.Refused(Refusal.NO_SUCH_DOCTOR));
  }
}
