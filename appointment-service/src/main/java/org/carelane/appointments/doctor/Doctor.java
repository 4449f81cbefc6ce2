package org.carelane.appointments.doctor;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.carelane.appointments.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A practitioner whom patients can book.
 *
 * @param id the account's, if it was known when the profile was created
 * @param accountId who may act as this doctor; {@code null} when only admins may. An account has
 *     one profile at most
 * @param accountState what is known of the account; {@code null} while nothing is
 * @param fee for one appointment
 * @param zone of the doctor's schedule; never changes, because slots are stored by its local time
 * @param languages BCP 47 tags
 * @param fingerprint a hash of the request that created it, to recognise a repetition
 */
@Document(Doctors.COLLECTION)
@CompoundIndex(name = "of_account", def = "{'accountId': 1}", unique = true, sparse = true)
@CompoundIndex(name = "by_account_state", def = "{'accountState.disabled': 1}", sparse = true)
@CompoundIndex(name = "by_name", def = "{'name': 1, '_id': 1}")
@CompoundIndex(name = "by_specialization", def = "{'specialization': 1, 'name': 1, '_id': 1}")
public record Doctor(
    @Id String id,
    @Nullable String accountId,
    @Nullable AccountState accountState,
    String name,
    String specialization,
    Money fee,
    ZoneId zone,
    List<String> languages,
    String location,
    String about,
    Instant createdAt,
    String fingerprint) {

  /**
   * @param disabled whether the account can no longer sign in
   * @param asOf which state of the account this is: a later one is newer
   */
  public record AccountState(boolean disabled, Instant asOf) {}

  /** False while the doctor's account is disabled: not listed, and no slot can be had. */
  public boolean isBookable() {
    return accountState == null || !accountState.disabled();
  }

  Doctor with(AccountState state) {
    return new Doctor(
        id,
        accountId,
        state,
        name,
        specialization,
        fee,
        zone,
        languages,
        location,
        about,
        createdAt,
        fingerprint);
  }

  public boolean isAccount(String callerId) {
    return callerId.equals(accountId);
  }
}
