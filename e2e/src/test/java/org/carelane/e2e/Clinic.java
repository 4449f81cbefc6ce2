package org.carelane.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.carelane.e2e.People.Person;
import org.carelane.testservers.Api.Reply;

/** A doctor whom no other test knows, and her slots from tomorrow on. */
public record Clinic(Person doctor) {

  public static final int FEE = 8_500;
  public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  /** For all tests the same, should midnight come in between. */
  public static final LocalDate TOMORROW = LocalDate.now(ZONE).plusDays(1);

  /** Sixteen slots tomorrow. */
  public static Clinic open() {
    return open(1, 30);
  }

  static Clinic open(int days, int minutes) {
    var clinic = closed();
    var opened =
        clinic.createSlots(TOMORROW, TOMORROW.plusDays(days - 1), "09:00", "17:00", minutes);
    assertThat(opened.status()).as(opened.raw()).isEqualTo(200);
    return clinic;
  }

  static Clinic closed() {
    var clinic = new Clinic(People.doctor());
    var created =
        People.admin()
            .api()
            .post(
                "/api/v1/doctors",
                Map.of(
                    "accountId",
                    clinic.doctor().id(),
                    "name",
                    clinic.doctor().name(),
                    "specialization",
                    "Dermatology",
                    "fee",
                    Map.of("amountMinor", FEE, "currency", "EUR"),
                    "zone",
                    ZONE.getId(),
                    "languages",
                    List.of("de", "en"),
                    "location",
                    "Berlin",
                    "about",
                    "Skin and allergies"));
    assertThat(created.status()).as(created.raw()).isEqualTo(201);
    return clinic;
  }

  Reply createSlots(LocalDate from, LocalDate to, String start, String end, int minutes) {
    return doctor
        .api()
        .post(
            path() + "/slots/bulk",
            Map.of(
                "dateFrom", from.toString(),
                "dateTo", to.toString(),
                "startTime", start,
                "endTime", end,
                "durationMinutes", minutes));
  }

  public String path() {
    return "/api/v1/doctors/" + doctor.id();
  }

  public List<String> freeSlots() {
    var to = TOMORROW.plusDays(30);
    return doctor.api().get(path() + "/slots?from=" + TOMORROW + "&to=" + to).each("id");
  }
}
