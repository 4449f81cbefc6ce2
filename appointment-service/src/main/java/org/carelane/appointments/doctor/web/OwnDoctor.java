package org.carelane.appointments.doctor.web;

import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * On a parameter of type {@link org.carelane.appointments.doctor.Doctor}: the doctor whom the path
 * names, for an admin or the doctor's own account. A controller declares it before the body, so
 * that somebody else is refused (403) before the body is looked at.
 */
@Documented
@Target(PARAMETER)
@Retention(RUNTIME)
public @interface OwnDoctor {

  /** The variable of the path. */
  String value();
}
