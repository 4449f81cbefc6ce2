/** Slots over HTTP. */
@NullMarked
package org.carelane.appointments.schedule.web;

import org.jspecify.annotations.NullMarked;
