package org.carelane.e2e.web;

import java.util.UUID;
import org.carelane.e2e.Booking;
import org.carelane.e2e.Clinic;
import org.carelane.e2e.People;
import org.junit.jupiter.api.Test;

/** What doctors and administrators come for. */
@InBrowser
class ClinicJourneysTest {

  @Test
  void theDoctorSeesABookingArrive(Visitors visitors) {
    var clinic = Clinic.open();
    var doctor = visitors.signedIn(clinic.doctor());
    doctor.open("/desk?date=" + Clinic.TOMORROW).isAt("My day").doesNotSee("Amina Yusuf");
    Booking.of(People.patient(), clinic.freeSlots().getFirst(), "card_ok");
    doctor.sees("Amina Yusuf");
  }

  @Test
  void aNewDoctorsWeekIsBookedByAPatient(Visitors visitors) {
    var name = "Dr. Nora " + UUID.randomUUID().toString().substring(0, 8);
    var admin = visitors.somebody().signedInAs("admin@carelane.example", "carelane-demo-admin");
    admin.open("/admin/doctors").isAt("Doctors").follow("New doctor").isAt("New doctor");
    admin.fill("Name", name).fill("Fee", "40").fill("Place", "Oslo");
    admin.pick("Speciality", "Cardiology").press("Create");
    admin.isAt(name);
    new FreeTimesEditor(admin).createFor(Clinic.TOMORROW, Clinic.TOMORROW.plusDays(6));
    admin.sees("42 new times.");

    var patient = visitors.signedIn(People.patient());
    patient.open("/doctors?q=" + name.replace(" ", "%20")).follow(name).isAt(name);
    new BookingPages(patient)
        .takeTheFirstFreeTime()
        .describe("First visit")
        .payWith("Accepted")
        .isConfirmed();
  }
}
