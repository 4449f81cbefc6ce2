package org.carelane.appointments.booking.message;

public record RefundPayment(String commandId, String appointmentId, String reason) {}
