package org.carelane.chat.conversation;

/** The fields used of the event on {@code doctor.events}. */
public record DoctorAccountSet(String doctorId, String accountId) {}
