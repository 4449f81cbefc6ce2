package org.carelane.chat.conversation;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields used of the event on {@code appointment.events}.
 *
 * @param doctorAccountId empty when the doctor had no account; {@code null} from a release that did
 *     not say: then {@code doctorId} is the account
 */
public record AppointmentConfirmed(
    String appointmentId,
    String patientId,
    String patientName,
    String doctorId,
    String doctorName,
    @Nullable String doctorAccountId,
    Instant occurredAt) {

  /** Who talks for the doctor; empty when nobody can. */
  public Optional<String> doctorAccount() {
    return doctorAccountId == null
        ? Optional.of(doctorId)
        : Optional.of(doctorAccountId).filter(account -> !account.isEmpty());
  }

  /** The conversation it begins; empty if the doctor has no account, or is the patient. */
  Optional<Conversation> conversation(Instant now) {
    return doctorAccount().flatMap(account -> pair().conversation(account, now));
  }

  /** Doctor and patient, for when the doctor gets an account. */
  Pair pair() {
    return Pair.of(doctorId, doctorName, patientId, patientName, occurredAt);
  }
}
