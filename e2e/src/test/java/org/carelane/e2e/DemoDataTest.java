package org.carelane.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a newcomer finds after {@code ./fleet up}. */
class DemoDataTest {

  private static final String NAMED_BY_THE_README = "/api/v1/doctors?q=lindqvist";

  @Test
  void aPatientCanBookADoctorAtOnce() {
    var login = People.login("patient@carelane.example", "carelane-demo-patient");
    var patient = RunningFleet.api().as(login.text("accessToken"));
    var doctor = patient.get(NAMED_BY_THE_README).each("id").getFirst();
    var slots = patient.get("/api/v1/doctors/" + doctor + "/slots").each("id");
    assertThat(slots).isNotEmpty();
    var booked = Booking.request(patient, Booking.wish(slots.getLast(), "card_ok"));
    assertThat(booked.status()).as(booked.raw()).isEqualTo(202);
  }

  @Test
  void theDoctorSeesTheOwnAppointments() {
    var login = People.login("doctor@carelane.example", "carelane-demo-doctor");
    var doctor = RunningFleet.api().as(login.text("accessToken"));
    assertThat(doctor.get("/api/v1/appointments").status()).isEqualTo(200);
    assertThat(doctor.get("/api/v1/auth/me").texts("roles")).containsExactly("DOCTOR");
  }

  @Test
  void everySpecializationHasDoctorsToChooseFrom() {
    assertThat(RunningFleet.api().get("/api/v1/doctors?q=Cardiology").each("name"))
        .contains("Dr. Ada Lindqvist", "Dr. Amara Okafor", "Dr. Jean-Baptiste Moreau");
  }

  @Test
  void thePatientHasAppointmentsOfEveryKindAndAConversation() {
    var login = People.login("patient@carelane.example", "carelane-demo-patient");
    var patient = RunningFleet.api().as(login.text("accessToken"));
    var visits = patient.get("/api/v1/appointments?limit=100");
    assertThat(visits.each("status")).contains("CONFIRMED", "CANCELLED");
    assertThat(visits.each("cancellationReason"))
        .contains("PAYMENT_DECLINED", "CANCELLED_BY_PATIENT");
    var conversation =
        patient
            .get("/api/v1/conversations")
            .body()
            .path("items")
            .valueStream()
            .filter(it -> it.at("/with/name").asString().equals("Dr. Ada Lindqvist"))
            .findFirst()
            .orElseThrow();
    var messages = "/api/v1/conversations/" + conversation.path("id").asString() + "/messages";
    assertThat(patient.get(messages).each("text")).hasSizeGreaterThanOrEqualTo(4);
  }

  @Test
  void isNotLoadedAgainWhereThereAreDoctors() {
    RunningFleet.fleet().loadDemoData();
    assertThat(RunningFleet.api().get(NAMED_BY_THE_README).each("name"))
        .containsExactly("Dr. Ada Lindqvist");
  }
}
