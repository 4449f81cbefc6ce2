package org.carelane.appointments.booking;

import org.carelane.appointments.appointment.Mode;
import org.carelane.appointments.appointment.Person;
import org.jspecify.annotations.Nullable;

/** What a patient asks for. */
public record BookingRequest(
    Person patient, String slotId, Mode mode, @Nullable String reason, String paymentMethod) {}
