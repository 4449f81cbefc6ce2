/** The listener for auth-service's account events. */
@NullMarked
package org.carelane.appointments.doctor.kafka;

import org.jspecify.annotations.NullMarked;
