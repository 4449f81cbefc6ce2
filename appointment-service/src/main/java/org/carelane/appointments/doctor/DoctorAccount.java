package org.carelane.appointments.doctor;

import java.time.Instant;
import org.carelane.appointments.doctor.Doctor.AccountState;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What auth-service said of an account: whether a doctor may act with it.
 *
 * @param id the account's
 * @param doctor whether it has the role DOCTOR
 * @param disabled whether it can no longer sign in
 * @param asOf which state of the account this is: a later one is newer
 */
@Document("doctor_accounts")
public record DoctorAccount(@Id String id, boolean doctor, boolean disabled, Instant asOf) {

  AccountState state() {
    return new AccountState(disabled, asOf);
  }
}
