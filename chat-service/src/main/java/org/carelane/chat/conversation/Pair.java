package org.carelane.chat.conversation;

import java.time.Instant;
import java.util.Optional;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A doctor without an account and a patient with a confirmed appointment: they can talk once the
 * doctor has an account.
 *
 * @param id of both, so that a pair is stored once
 * @param doctorId the profile's
 * @param confirmedAt when their first appointment was confirmed
 */
@Document("pairs_without_account")
record Pair(
    @Id String id,
    @Indexed String doctorId,
    String doctorName,
    String patientId,
    String patientName,
    Instant confirmedAt) {

  static Pair of(
      String doctorId,
      String doctorName,
      String patientId,
      String patientName,
      Instant confirmedAt) {
    var id = doctorId + "~" + patientId;
    return new Pair(id, doctorId, doctorName, patientId, patientName, confirmedAt);
  }

  /** Empty if doctor and patient are the same account. */
  Optional<Conversation> conversation(String doctorAccountId, Instant now) {
    return doctorAccountId.equals(patientId)
        ? Optional.empty()
        : Optional.of(
            Conversation.begin(
                Party.of(doctorAccountId, doctorName),
                Party.of(patientId, patientName),
                confirmedAt,
                now));
  }
}
