package org.carelane.e2e.web;

import org.carelane.e2e.Clinic;
import org.carelane.e2e.People;
import org.carelane.e2e.RunningFleet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Alone, because it takes something away from everybody. */
@InBrowser
@Isolated
class BrokerLostTest {

  @Test
  void whileTheBrokerIsAwayThePageTellsTheTruth(Visitors visitors) {
    var slot = Clinic.open().freeSlots().getFirst();
    var patient = visitors.signedIn(People.patient()).expecting(503);
    var booking = new BookingPages(patient).open(slot).describe("Dizzy in the morning");
    RunningFleet.fleet().kill("kafka");
    try {
      booking.payWith("Accepted");
      patient.isAt("Your booking is under way").sees("The time is held for you");
      patient.doesNotSee("Confirmed, and sent to your e-mail");
      patient.reload().isAt("Your booking is under way");
    } finally {
      RunningFleet.fleet().up();
    }
    patient.comesTo("Your appointment is confirmed", "This booking did not come about");
  }
}
