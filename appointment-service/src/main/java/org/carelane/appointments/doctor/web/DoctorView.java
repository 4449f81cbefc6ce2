package org.carelane.appointments.doctor.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.carelane.appointments.Fee;
import org.carelane.appointments.doctor.Doctor;
import org.jspecify.annotations.Nullable;

/**
 * A doctor whom patients can book.
 *
 * @param accountId the account that acts as this doctor; null when there is none
 * @param fee for one appointment
 * @param zone IANA time zone, in which the slots are
 * @param languages BCP 47 tags
 * @param location empty when none is told
 * @param about for patients; empty when nothing is told
 * @param bookable false while the doctor's account is disabled
 */
@Schema(
    example =
        """
        {"id": "018f3c2e-7d1b-7c40-9a55-2f1d9f0a6b11", "accountId": "018f3c2e-7d1b-7c40-9a55-2f1d9f0a6b11",
         "name": "Dr. Astrid Lindqvist", "specialization": "Cardiology",
         "fee": {"amountMinor": 12000, "currency": "EUR"}, "zone": "Europe/Berlin", "languages": ["de", "en"],
         "location": "Berlin", "about": "Heart and circulation", "bookable": true}\
        """)
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
