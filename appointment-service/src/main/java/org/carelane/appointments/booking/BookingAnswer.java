package org.carelane.appointments.booking;

/** A reply and the booking it is for. */
public record BookingAnswer(String bookingId, BookingReply reply) {}
