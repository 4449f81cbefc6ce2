package org.carelane.local;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A doctor of the demo data.
 *
 * @param fee in minor units of the currency
 */
record DemoDoctor(
    String name,
    String specialization,
    int fee,
    String currency,
    String zone,
    List<String> languages,
    String location,
    String about,
    Hours hours) {

  /** When someone works, on each day alike. */
  enum Hours {
    OFFICE(30, false, "09:00-12:00", "13:00-17:00"),
    MORNINGS(20, false, "07:30-12:30"),
    SPLIT(30, false, "09:30-13:30", "16:00-19:00"),
    LATE(30, false, "11:00-14:00", "15:00-19:00"),
    EVENINGS(20, false, "15:00-20:00"),
    SHORT(15, false, "08:30-11:30", "14:00-16:00"),
    TALKS(60, false, "09:00-12:00", "13:30-17:30"),
    WEEKENDS(30, true, "10:00-14:00");

    private final int minutes;
    private final boolean alsoAtWeekends;
    private final List<String> spans;

    Hours(int minutes, boolean alsoAtWeekends, String... spans) {
      this.minutes = minutes;
      this.alsoAtWeekends = alsoAtWeekends;
      this.spans = List.of(spans);
    }

    /** What is to be sent to create all slots from one day to another. */
    List<Map<String, Object>> between(LocalDate first, LocalDate last) {
      return spans.stream()
          .map(span -> span.split("-"))
          .map(
              times ->
                  Map.<String, Object>of(
                      "dateFrom",
                      first.toString(),
                      "dateTo",
                      last.toString(),
                      "startTime",
                      times[0],
                      "endTime",
                      times[1],
                      "durationMinutes",
                      minutes,
                      "excludeWeekends",
                      !alsoAtWeekends))
          .toList();
    }
  }

  /** The first has an account; the first four are those the demo patient goes to. */
  static final List<DemoDoctor> ALL =
      List.of(
          new DemoDoctor(
              "Dr. Ada Lindqvist",
              "Cardiology",
              12_000,
              "EUR",
              "Europe/Berlin",
              List.of("en", "de", "sv"),
              "Berlin",
              "Heart and circulation, from the first murmur to aftercare.",
              Hours.OFFICE),
          new DemoDoctor(
              "Dr. Ravi Menon",
              "Dermatology",
              9_000,
              "GBP",
              "Europe/London",
              List.of("en", "hi", "ml"),
              "London",
              "Skin, hair and nails of children and adults.",
              Hours.LATE),
          new DemoDoctor(
              "Dr. Inés Calderón",
              "General practice",
              6_000,
              "EUR",
              "Europe/Madrid",
              List.of("es", "en"),
              "Madrid",
              "Family doctor for every age; also by video.",
              Hours.SPLIT),
          new DemoDoctor(
              "Dr. Yuki Tanaka",
              "Paediatrics",
              8_800,
              "JPY",
              "Asia/Tokyo",
              List.of("ja", "en"),
              "Tokyo",
              "Newborns, children and teenagers, and the questions of their parents.",
              Hours.SHORT),
          new DemoDoctor(
              "Dr. Amara Okafor",
              "Cardiology",
              11_500,
              "GBP",
              "Europe/London",
              List.of("en", "ig"),
              "Manchester",
              "High blood pressure and the rhythm of the heart, explained without hurry.",
              Hours.MORNINGS),
          new DemoDoctor(
              "Dr. Jean-Baptiste Moreau",
              "Cardiology",
              9_500,
              "EUR",
              "Europe/Paris",
              List.of("fr", "en"),
              "Lyon",
              "Sports cardiology: who wants to run again after a heart attack is welcome.",
              Hours.SPLIT),
          new DemoDoctor(
              "Dr. Leila Haddad",
              "Dermatology",
              45_000,
              "AED",
              "Asia/Dubai",
              List.of("ar", "en", "fr"),
              "Dubai",
              "Allergies, eczema and skin checks; plain words and a plan to take home.",
              Hours.LATE),
          new DemoDoctor(
              "Dr. Søren Kjær",
              "Dermatology",
              75_000,
              "DKK",
              "Europe/Copenhagen",
              List.of("da", "en"),
              "Aarhus",
              "Birthmarks, sun damage and small operations under local anaesthetic.",
              Hours.MORNINGS),
          new DemoDoctor(
              "Dr. Thandiwe Nkosi",
              "General practice",
              65_000,
              "ZAR",
              "Africa/Johannesburg",
              List.of("en", "zu", "xh"),
              "Johannesburg",
              "From a cough that stays to the yearly check-up, for whole families.",
              Hours.OFFICE),
          new DemoDoctor(
              "Dr. Michael O’Connor",
              "General practice",
              7_000,
              "EUR",
              "Europe/Dublin",
              List.of("en", "ga"),
              "Galway",
              "House doctor with evening hours, also for travellers.",
              Hours.EVENINGS),
          new DemoDoctor(
              "Dr. Giulia Rossi",
              "Paediatrics",
              8_000,
              "EUR",
              "Europe/Rome",
              List.of("it", "en"),
              "Bologna",
              "Vaccinations, growth and everything that keeps children awake at night.",
              Hours.SPLIT),
          new DemoDoctor(
              "Dr. Mehmet Yılmaz",
              "Paediatrics",
              7_500,
              "EUR",
              "Europe/Berlin",
              List.of("de", "tr", "en"),
              "Köln",
              "Asthma and allergies of children; brothers and sisters may come along.",
              Hours.SHORT),
          new DemoDoctor(
              "Dr. Zofia Wiśniewska",
              "Gynaecology",
              32_000,
              "PLN",
              "Europe/Warsaw",
              List.of("pl", "en"),
              "Kraków",
              "Prevention, contraception and pregnancy, with time for questions.",
              Hours.OFFICE),
          new DemoDoctor(
              "Dr. Fatima Zahra Benali",
              "Gynaecology",
              40_000,
              "MAD",
              "Africa/Casablanca",
              List.of("ar", "fr"),
              "Casablanca",
              "Care before, during and after pregnancy.",
              Hours.MORNINGS),
          new DemoDoctor(
              "Dr. Emily Carter",
              "Gynaecology",
              18_000,
              "USD",
              "America/New_York",
              List.of("en", "es"),
              "Boston",
              "Menopause and hormones, and second opinions before an operation.",
              Hours.LATE),
          new DemoDoctor(
              "Dr. Lars Bergström",
              "Orthopaedics",
              95_000,
              "SEK",
              "Europe/Stockholm",
              List.of("sv", "en"),
              "Gothenburg",
              "Knees and hips: first what helps without a knife.",
              Hours.MORNINGS),
          new DemoDoctor(
              "Dr. Priya Raman",
              "Orthopaedics",
              150_000,
              "INR",
              "Asia/Kolkata",
              List.of("ta", "hi", "en"),
              "Chennai",
              "Backs, shoulders and what long days at a desk do to them.",
              Hours.SPLIT),
          new DemoDoctor(
              "Dr. Matteo Bianchi",
              "Orthopaedics",
              16_000,
              "CHF",
              "Europe/Zurich",
              List.of("it", "de", "en"),
              "Lugano",
              "Sports injuries, from the first aid to the way back.",
              Hours.OFFICE),
          new DemoDoctor(
              "Dr. Hannah Weiss",
              "Psychiatry",
              14_000,
              "EUR",
              "Europe/Vienna",
              List.of("de", "en"),
              "Vienna",
              "Sleep, anxiety and low spirits; talks of fifty minutes.",
              Hours.TALKS),
          new DemoDoctor(
              "Dr. Kwame Mensah",
              "Psychiatry",
              13_000,
              "CAD",
              "America/Toronto",
              List.of("en", "fr", "ak"),
              "Toronto",
              "Crises and new beginnings, by video across the country.",
              Hours.TALKS),
          new DemoDoctor(
              "Dr. Noa Ben-David",
              "Psychiatry",
              55_000,
              "ILS",
              "Asia/Jerusalem",
              List.of("he", "en"),
              "Haifa",
              "Attention and memory, for adults and teenagers.",
              Hours.TALKS),
          new DemoDoctor(
              "Dr. Chen Wei",
              "Ophthalmology",
              12_000,
              "SGD",
              "Asia/Singapore",
              List.of("zh", "en"),
              "Singapore",
              "Tired eyes, cataract and glaucoma, with results on the same day.",
              Hours.SHORT),
          new DemoDoctor(
              "Dr. Camila Duarte",
              "Ophthalmology",
              35_000,
              "BRL",
              "America/Sao_Paulo",
              List.of("pt", "en", "es"),
              "São Paulo",
              "Children’s eyes and glasses, patiently.",
              Hours.WEEKENDS),
          new DemoDoctor(
              "Dr. Nguyễn Thị Mai",
              "Ophthalmology",
              15_000,
              "AUD",
              "Australia/Melbourne",
              List.of("vi", "en"),
              "Melbourne",
              "The retina in diabetes, and regular checks that save sight.",
              Hours.OFFICE));

  Map<String, Object> profile() {
    var profile = new HashMap<String, Object>();
    profile.put("name", name);
    profile.put("specialization", specialization);
    profile.put("fee", Map.of("amountMinor", fee, "currency", currency));
    profile.put("zone", zone);
    profile.put("languages", languages);
    profile.put("location", location);
    profile.put("about", about);
    return profile;
  }
}
