package org.carelane.appointments.appointment.web;

import org.carelane.accesstoken.Caller;
import org.carelane.accesstoken.Role;
import org.carelane.appointments.appointment.Viewer;
import org.carelane.appointments.doctor.Doctor;
import org.carelane.appointments.doctor.Doctors;
import org.springframework.stereotype.Component;

/** What a caller's roles let them see. */
@Component
public class Viewers {

  private final Doctors doctors;

  Viewers(Doctors doctors) {
    this.doctors = doctors;
  }

  public Viewer of(Caller caller) {
    if (caller.is(Role.ADMIN)) {
      return new Viewer.Everyone();
    }
    return caller.is(Role.DOCTOR)
        ? new Viewer.Doctor(doctorOf(caller), caller.accountId())
        : new Viewer.Patient(caller.accountId());
  }

  /** A profile that got its account later is not named like it. */
  private String doctorOf(Caller caller) {
    return doctors.ofAccount(caller.accountId()).map(Doctor::id).orElse(caller.accountId());
  }
}
