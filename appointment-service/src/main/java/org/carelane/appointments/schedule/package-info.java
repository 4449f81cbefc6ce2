/** Doctors' slots, day by day, and the appointments that have them. */
@NullMarked
package org.carelane.appointments.schedule;

import org.jspecify.annotations.NullMarked;
