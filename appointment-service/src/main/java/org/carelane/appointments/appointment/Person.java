package org.carelane.appointments.appointment;

/** Someone as they were called when the appointment was requested. */
public record Person(String id, String name) {}
