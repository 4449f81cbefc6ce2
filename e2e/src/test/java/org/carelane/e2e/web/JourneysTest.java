package org.carelane.e2e.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.carelane.e2e.Booking;
import org.carelane.e2e.Clinic;
import org.carelane.e2e.People;
import org.junit.jupiter.api.Test;

/** What patients come for. */
@InBrowser
class JourneysTest {

  @Test
  void fromRegisteringToARefund(Visitors visitors) {
    var clinic = Clinic.open();
    var patient = visitors.somebody().open("/");
    patient.fill("Name, speciality or place", "Dermatology").press("Find a doctor");
    patient.isAt("Find a doctor").follow("Sign up");
    patient
        .fill("Your name", "Rosa Marin")
        .fill("E-mail address", People.anEmail("example.org"))
        .fill("Password", People.PASSWORD)
        .press("Sign up");
    patient.sees("Rosa Marin").open("/doctors/" + clinic.doctor().id());
    var booking = new BookingPages(patient).takeTheFirstFreeTime().describe("A rash on the arm");
    booking.payWith("Accepted").isConfirmed();

    patient
        .follow("Write to the doctor")
        .fill("Message to Dr. Lena Brandt", "Shall I bring my old reports?");
    patient.press("Send").sees("Shall I bring my old reports?");

    patient.follow("Appointments").isAt("Appointments").follow("Dr. Lena Brandt");
    patient.isAt("Dr. Lena Brandt").press("Cancel").sees("You get back €85.00");
    patient.press("Cancel the appointment").sees("You cancelled it.");
    assertThat(clinic.freeSlots()).hasSize(16);
    patient.sees("€85.00 was given back in full.");
    patient.follow("Payments").isAt("Payments").sees("€85.00");
  }

  @Test
  void aDeclinedCardIsFollowedByAnotherWithoutTypingTwice(Visitors visitors) {
    var slot = Clinic.open().freeSlots().getFirst();
    var patient = visitors.signedIn(People.patient());
    var booking = new BookingPages(patient).open(slot).describe("My knee hurts");
    booking.payWith("Declined");
    patient.isAt("This booking did not come about").sees("The card was declined.");
    patient.follow("Try another card").isAt("Book an appointment");
    booking.payWith("Accepted").isConfirmed();
    patient.follow("See the appointment").sees("My knee hurts");
  }

  @Test
  void theBankAsksAndThePatientConfirms(Visitors visitors) {
    var slot = Clinic.open().freeSlots().getFirst();
    var patient = visitors.signedIn(People.patient());
    var booking = new BookingPages(patient).open(slot).describe("A cough");
    booking.payWith("The bank asks you");
    patient.isAt("Confirm your payment").press("Confirm the payment");
    booking.isConfirmed();
  }

  @Test
  void whoLosesTheRaceForATimeIsLedToTheNext(Visitors visitors) {
    var clinic = Clinic.open();
    var slot = clinic.freeSlots().getFirst();
    var loser = visitors.signedIn(People.patient()).expecting(409);
    var booking =
        new BookingPages(loser).open(slot).describe("Headaches for a week").choose("Accepted");
    Booking.of(People.patient(), slot, "card_ok").awaitStatus("CONFIRMED");
    booking.payIfItIsOffered();
    loser.sees("The next free times").followFirstOf("The next free times");
    booking.payWith("Accepted").isConfirmed();
    loser.follow("See the appointment").sees("Headaches for a week");
  }

  @Test
  void aTokenThatEndsInTheMiddleOfAFormIsRenewed(Visitors visitors) {
    var slot = Clinic.open().freeSlots().getFirst();
    var patient = visitors.signedIn(People.patient()).expecting(401);
    var booking = new BookingPages(patient).open(slot).describe("Back pain");
    var network = new Network(patient);
    network.refuseTokenOnce("/api/v1/appointments");
    booking.payWith("Accepted").isConfirmed();
    assertThat(network.renewals()).isEqualTo(1);
    patient.follow("See the appointment").sees("Back pain");
  }

  @Test
  void signingOutInOneTabSignsOutInAll(Visitors visitors) {
    var patient = visitors.signedIn(People.patient()).open("/appointments").isAt("Appointments");
    var other = visitors.anotherTabOf(patient).open("/account").isAt("Your account");
    other.press("Sign out");
    patient.isAt("Sign in").doesNotSee("Amina Yusuf");
    patient.open("/appointments").isAt("Sign in");
  }

  @Test
  void reloadBackAndForwardKeepThePlace(Visitors visitors) {
    var slot = Clinic.open().freeSlots().getFirst();
    var patient = visitors.signedIn(People.patient());
    var reason = "What is it about?";
    new BookingPages(patient).open(slot).describe("Sleepless nights");
    patient.reload().sees("Test card").back().hasFilled(reason, "Sleepless nights");
    patient.reload().hasFilled(reason, "Sleepless nights").forward().sees("Test card");

    patient.open("/doctors").select("Speciality", "Cardiology").sees("Dr. Ada Lindqvist");
    patient.follow("Dr. Ada Lindqvist").isAt("Dr. Ada Lindqvist").press("Later");
    var week = patient.page().url();
    assertThat(patient.reload().isAt("Dr. Ada Lindqvist").page().url()).isEqualTo(week);
    patient.back().back().isAt("Find a doctor").hasFilled("Speciality", "Cardiology");
  }

  @Test
  void aLostNetworkSaysSoAndRecovers(Visitors visitors) {
    var patient =
        visitors.withServiceWorker().signedInAs(People.patient().email(), People.PASSWORD);
    patient.open("/payments").isAt("Payments").follow("Appointments").isAt("Appointments");
    var network = new Network(patient);
    network.lose();
    patient.sees("You are offline").follow("Payments").isAt("Payments").sees("You are offline");
    network.find();
    patient.doesNotSee("You are offline").follow("Find a doctor").isAt("Find a doctor");
  }
}
