package org.carelane.appointments.schedule;

import java.time.LocalDate;

/**
 * What became of the slots of a day that were to be deleted.
 *
 * @param kept how many are still there: held or booked, or all of them if the day was busy
 * @param busy whether the day is being changed elsewhere, again and again: none was deleted
 */
public record DayClearing(LocalDate date, int deleted, int kept, boolean busy) {}
