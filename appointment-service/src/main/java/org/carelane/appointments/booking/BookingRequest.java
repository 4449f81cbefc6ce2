package org.carelane.appointments.booking;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.carelane.appointments.Money;
import org.carelane.appointments.appointment.Mode;
import org.carelane.appointments.appointment.Person;
import org.jspecify.annotations.Nullable;

/**
 * What a patient asks for.
 *
 * @param shownFee what the patient believes to pay, if the client says so; a condition, and so not
 *     part of the request's fingerprint
 */
public record BookingRequest(
    Person patient,
    String slotId,
    Mode mode,
    @Nullable String reason,
    String paymentMethod,
    @JsonIgnore @Nullable Money shownFee) {}
