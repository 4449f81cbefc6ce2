package org.carelane.appointments.doctor.web;

import java.util.List;
import org.carelane.appointments.Fee;
import org.carelane.appointments.doctor.Doctor;
import org.jspecify.annotations.Nullable;

/**
 * @param fee for one appointment
 * @param zone IANA name
 * @param bookable false while the doctor's account is disabled
 */
record DoctorView(
    String id,
    @Nullable String accountId,
    String name,
    String specialization,
    Fee fee,
    String zone,
    List<String> languages,
    String location,
    String about,
    boolean bookable) {

  static DoctorView of(Doctor doctor) {
    return new DoctorView(
        doctor.id(),
        doctor.accountId(),
        doctor.name(),
        doctor.specialization(),
        Fee.of(doctor.fee()),
        doctor.zone().getId(),
        doctor.languages(),
        doctor.location(),
        doctor.about(),
        doctor.isBookable());
  }
}
