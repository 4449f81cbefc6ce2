package org.carelane.e2e.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.carelane.e2e.Booking;
import org.carelane.e2e.People;
import org.carelane.e2e.People.Person;

/** Every page there is, with something on it: what the demo data has, in the language of paths. */
final class DemoPages {

  /** Who opens a page. */
  enum Reader {
    ANYBODY("", ""),
    PATIENT("patient@carelane.example", "carelane-demo-patient"),
    DOCTOR("doctor@carelane.example", "carelane-demo-doctor"),
    ADMIN("admin@carelane.example", "carelane-demo-admin");

    final String email;
    final String password;

    Reader(String email, String password) {
      this.email = email;
      this.password = password;
    }

    boolean signsIn() {
      return !email.isEmpty();
    }

    Person person() {
      return People.signedIn(email, password, name());
    }
  }

  /**
   * @param name of its screenshots
   * @param path made when the page is opened: a booking that waits for the bank does not last
   */
  record PageToSee(Reader reader, String name, Supplier<String> path) {}

  private final Person patient = Reader.PATIENT.person();
  private final List<PageToSee> all = new ArrayList<>();

  private DemoPages() {}

  static List<PageToSee> all() {
    var pages = new DemoPages();
    pages.everyones();
    pages.patients();
    pages.doctors();
    pages.administrators();
    return pages.all;
  }

  private void everyones() {
    add(Reader.ANYBODY, "home", "/");
    add(Reader.ANYBODY, "doctors", "/doctors");
    add(Reader.ANYBODY, "doctors-none", "/doctors?q=nobody");
    add(Reader.ANYBODY, "doctor", "/doctors/" + doctor());
    add(Reader.ANYBODY, "about", "/about");
    add(Reader.ANYBODY, "privacy", "/privacy");
    add(Reader.ANYBODY, "sign-in", "/sign-in");
    add(Reader.ANYBODY, "sign-up", "/sign-up");
    add(Reader.ANYBODY, "forgot-password", "/forgot-password");
    add(Reader.ANYBODY, "reset-password", "/reset-password#token=x");
    add(Reader.ANYBODY, "verify-email", "/verify-email");
    add(Reader.ANYBODY, "components", "/components");
    add(Reader.ANYBODY, "not-found", "/nowhere");
  }

  private void patients() {
    var slot = "/book/" + freeSlots().getLast();
    add(Reader.PATIENT, "book-time", slot);
    add(Reader.PATIENT, "book-details", slot + "?step=details");
    add(Reader.PATIENT, "book-payment", slot + "?step=payment&from=" + visit("CANCELLED"));
    all.add(new PageToSee(Reader.PATIENT, "booking-bank", () -> "/bookings/" + bookingToConfirm()));
    add(Reader.PATIENT, "booking-confirmed", "/bookings/" + visit("CONFIRMED"));
    add(Reader.PATIENT, "booking-declined", "/bookings/" + visit("CANCELLED"));
    add(Reader.PATIENT, "appointments", "/appointments");
    add(Reader.PATIENT, "appointments-past", "/appointments?show=past");
    add(Reader.PATIENT, "appointments-cancelled", "/appointments?show=cancelled");
    add(Reader.PATIENT, "appointment", "/appointments/" + visit("CONFIRMED"));
    add(Reader.PATIENT, "payments", "/payments");
    add(Reader.PATIENT, "messages", "/messages");
    add(Reader.PATIENT, "conversation", "/messages/" + conversation());
    add(Reader.PATIENT, "notifications", "/notifications");
    add(Reader.PATIENT, "account", "/account");
  }

  private void doctors() {
    add(Reader.DOCTOR, "desk", "/desk");
    add(Reader.DOCTOR, "desk-week", "/desk?view=week");
    add(Reader.DOCTOR, "desk-slots", "/desk/slots");
    add(Reader.DOCTOR, "desk-appointment", "/appointments/" + visit("CONFIRMED"));
    add(Reader.DOCTOR, "desk-messages", "/messages/" + conversation());
  }

  private void administrators() {
    add(Reader.ADMIN, "admin", "/admin");
    add(Reader.ADMIN, "admin-doctors", "/admin/doctors?q=Cardiology");
    add(Reader.ADMIN, "admin-doctor", "/admin/doctors/" + doctor());
    add(Reader.ADMIN, "admin-doctor-new", "/admin/doctors/new");
    add(Reader.ADMIN, "admin-accounts", "/admin/accounts?q=carelane.example");
    add(Reader.ADMIN, "admin-account", "/admin/accounts/" + doctor());
    add(Reader.ADMIN, "admin-account-new", "/admin/accounts/new");
    add(Reader.ADMIN, "admin-appointments", "/admin/appointments");
    add(Reader.ADMIN, "admin-payments", "/admin/payments");
    add(Reader.ADMIN, "admin-sagas", "/admin/sagas");
    add(Reader.ADMIN, "admin-dead-letters", "/admin/dead-letters");
    add(Reader.ADMIN, "admin-health", "/admin/health");
  }

  private void add(Reader reader, String name, String path) {
    all.add(new PageToSee(reader, name, () -> path));
  }

  /** Dr. Ada Lindqvist, who has an account of the same id. */
  private String doctor() {
    return patient.api().get("/api/v1/doctors?q=lindqvist").each("id").getFirst();
  }

  private List<String> freeSlots() {
    return patient.api().get("/api/v1/doctors/" + doctor() + "/slots").each("id");
  }

  /** One of which the bank asks the patient. */
  private String bookingToConfirm() {
    var slots = freeSlots();
    var booking = Booking.of(patient, slots.get(slots.size() - 2), "card_requires_action");
    return booking.awaitStep("TAKE_PAYMENT ACTION_REQUIRED").id();
  }

  private String visit(String status) {
    var own = "/api/v1/appointments?doctorId=" + doctor() + "&status=" + status;
    var found =
        patient
            .api()
            .get(status.equals("CONFIRMED") ? own : "/api/v1/appointments?status=" + status);
    return found.each("id").getLast();
  }

  private String conversation() {
    return patient.api().get("/api/v1/conversations").each("id").getFirst();
  }
}
