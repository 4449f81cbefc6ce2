package org.carelane.e2e.web;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** The way of a booking, as a patient goes it. */
record BookingPages(Visitor patient) {

  private static final Pattern CLOCK = Pattern.compile("^\\d\\d:\\d\\d$");

  /** From the page of a doctor. */
  BookingPages takeTheFirstFreeTime() {
    var times = patient.page().getByRole(AriaRole.LINK, new GetByRoleOptions().setName(CLOCK));
    times.first().click();
    patient.isAt("Book an appointment");
    return this;
  }

  BookingPages open(String slot) {
    patient.open("/book/" + slot).isAt("Book an appointment");
    return this;
  }

  BookingPages describe(String reason) {
    patient.follow("Continue").choose("By video").fill("What is it about?", reason);
    patient.press("Continue to payment");
    return this;
  }

  BookingPages payWith(String card) {
    return choose(card).pay();
  }

  BookingPages choose(String card) {
    patient.choose(card);
    return this;
  }

  BookingPages pay() {
    patient
        .page()
        .getByRole(
            AriaRole.BUTTON, new GetByRoleOptions().setName(Pattern.compile("^Book and pay")))
        .click();
    return this;
  }

  /** Unless the page has found out by itself that the time is gone. */
  BookingPages payIfItIsOffered() {
    try {
      patient.page().setDefaultTimeout(5_000);
      return pay();
    } catch (TimeoutError notOffered) {
      return this;
    } finally {
      patient.page().setDefaultTimeout(Visitor.PATIENCE);
    }
  }

  void isConfirmed() {
    patient.isAt("Your appointment is confirmed");
  }
}
