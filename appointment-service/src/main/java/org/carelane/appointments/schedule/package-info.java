/** A doctor's days and their slots: who holds what. */
@NullMarked
package org.carelane.appointments.schedule;

import org.jspecify.annotations.NullMarked;
