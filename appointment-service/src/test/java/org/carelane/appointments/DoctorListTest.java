package org.carelane.appointments;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.carelane.rest.Ids;
import org.carelane.testservers.Api;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@AppointmentServiceIsRunning
class DoctorListTest {

  private static final String DOCTORS = "/api/v1/doctors";

  @LocalServerPort private int port;
  private Api api;
  private String specialization;

  @BeforeEach
  void createDoctors() {
    api = Api.at(port);
    specialization = "Chir\u00e9rgie " + Ids.next();
    for (var name :
        List.of("Zander", "\u00d6berg", "oberg", "Adams", "\u00c5berg", "O\u0308berg")) {
      var doctor = new HashMap<>(Clinic.aDoctor("none"));
      doctor.remove("accountId");
      doctor.put("name", name);
      doctor.put("specialization", specialization);
      doctor.put("location", "Troms\u00f8");
      assertThat(Clinic.admin(api).post(DOCTORS, doctor).status()).isEqualTo(201);
    }
  }

  @Test
  void isSortedAsPeopleOfTheLanguageSort() {
    var root = List.of("\u00c5berg", "Adams", "oberg", "\u00d6berg", "\u00d6berg", "Zander");
    assertThat(names(api, 100)).containsExactlyElementsOf(root);
    assertThat(names(in("de-AT, en;q=0.5"), 100)).containsExactlyElementsOf(root);
    assertThat(names(in("xx, ***"), 100)).containsExactlyElementsOf(root);
    assertThat(names(in("fr;q=0.2, sv-SE"), 100))
        .containsExactly("Adams", "oberg", "Zander", "\u00c5berg", "\u00d6berg", "\u00d6berg");
  }

  @Test
  void pagesGoOnWhereTheLastEnded() {
    for (var reader : List.of(api, in("sv"))) {
      assertThat(names(reader, 1)).isEqualTo(names(reader, 100));
      assertThat(names(reader, 4)).isEqualTo(names(reader, 100));
    }
  }

  @Test
  void aCursorIsGoodForItsLanguageOnly() {
    var path = path(1);
    var cursor = in("sv").get(path).nextCursor();
    assertThat(in("sv").get(path + "&cursor=" + cursor).status()).isEqualTo(200);
    assertThat(api.get(path + "&cursor=" + cursor).refused()).isEqualTo("400 invalid-request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"OBERG", "\u00f6berg", "o\u0308BERG", "\u00d6BERG", " \uff4fberg "})
  void isFoundWithAndWithoutAccents(String text) {
    assertThat(api.get(path(100) + "&q=" + encoded(text)).each("name"))
        .containsExactly("oberg", "\u00d6berg", "\u00d6berg");
  }

  @Test
  void isFoundByPlaceAndBySpecializationInOtherSpelling() {
    assertThat(api.get(path(100) + "&q=TROMSO").each("name")).hasSize(6);
    var other = specialization.toUpperCase(Locale.ROOT).replace("\u00c9", "e");
    assertThat(api.get(DOCTORS + "?specialization=" + encoded(other)).each("name")).hasSize(6);
    var part = specialization.substring(0, 20);
    assertThat(api.get(DOCTORS + "?specialization=" + encoded(part)).each("name")).isEmpty();
  }

  @Test
  void saysThatTheLanguageCounts() {
    assertThat(api.get(path(1)).headers().allValues("Vary"))
        .anyMatch(it -> it.contains("Accept-Language"));
    assertThat(in("sv").get("/api/v1/specializations").raw()).contains(specialization);
  }

  private Api in(String language) {
    return api.with("Accept-Language", language);
  }

  private String path(int limit) {
    return DOCTORS + "?limit=" + limit + "&specialization=" + encoded(specialization);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private List<String> names(Api reader, int limit) {
    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      var page = reader.get(path(limit) + "&cursor=" + cursor);
      seen.addAll(page.each("name"));
      cursor = page.nextCursor();
    } while (cursor != null);
    return seen;
  }
}
