package org.carelane.appointments.appointment.web;

import org.carelane.accesstoken.Caller;
import org.carelane.accesstoken.Role;
import org.carelane.appointments.appointment.Viewer;

/** What a caller's roles let them see. */
public final class Viewers {

  private Viewers() {}

  public static Viewer of(Caller caller) {
    if (caller.is(Role.ADMIN)) {
      return new Viewer.Everyone();
    }
    return caller.is(Role.DOCTOR)
        ? new Viewer.Doctor(caller.accountId())
        : new Viewer.Patient(caller.accountId());
  }
}
