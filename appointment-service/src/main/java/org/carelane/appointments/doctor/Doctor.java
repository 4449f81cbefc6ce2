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
 * @param id the account's, if there is one: an account has one profile at most
 * @param accountId who may act as this doctor; {@code null} when only admins may
 * @param fee for one appointment
 * @param zone of the doctor's schedule; never changes, because slots are stored by its local time
 * @param languages BCP 47 tags
 * @param fingerprint a hash of the request that created it, to recognise a repetition
 */
@Document("doctors")
@CompoundIndex(name = "by_name", def = "{'name': 1, '_id': 1}")
@CompoundIndex(name = "by_specialization", def = "{'specialization': 1, 'name': 1, '_id': 1}")
public record Doctor(
    @Id String id,
    @Nullable String accountId,
    String name,
    String specialization,
    Money fee,
    ZoneId zone,
    List<String> languages,
    String location,
    String about,
    Instant createdAt,
    String fingerprint) {

  public boolean isAccount(String callerId) {
    return callerId.equals(accountId);
  }
}
