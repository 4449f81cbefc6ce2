package org.carelane.appointments.doctor.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.carelane.appointments.Problems;
import org.carelane.appointments.doctor.Doctor;
import org.carelane.rest.IdempotencyKey;
import org.carelane.rest.Ids;
import org.carelane.rest.Zones;
import org.carelane.rest.text.Line;
import org.carelane.rest.text.Prose;
import org.jspecify.annotations.Nullable;

/**
 * @param accountId the account that acts as this doctor; it becomes the doctor's id
 * @param fee for one appointment
 * @param zone IANA time zone
 * @param languages BCP 47 tags
 */
@Schema(
    example =
        """
        {"accountId": "018f3c2e-7d1b-7c40-9a55-2f1d9f0a6b11",
         "name": "Dr. Astrid Lindqvist", "specialization": "Cardiology",
         "fee": {"amountMinor": 12000, "currency": "EUR"}, "zone": "Europe/Berlin", "languages": ["de", "en"],
         "location": "Berlin", "about": "Heart and circulation"}\
        """)
record NewDoctorRequest(
    @Nullable @Pattern(regexp = ID) String accountId,
    @NotNull @Line(max = 200) String name,
    @NotNull @Line(max = 100) String specialization,
    @NotNull @Valid FeeRequest fee,
    @NotNull @Size(max = 60) String zone,
    @Nullable @Size(max = 20) List<@NotNull @Pattern(regexp = LANGUAGE) String> languages,
    @Nullable @Line(max = 200, blank = true) String location,
    @Nullable @Prose(max = 4000, blank = true) String about) {

  static final String ID = "[A-Za-z0-9-]{1,64}";
  static final String LANGUAGE = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,8}";

  Doctor doctor(@Nullable IdempotencyKey key, String admin, Instant now) {
    return new Doctor(
        id(key, admin),
        accountId,
        null,
        name,
        specialization,
        fee.money(now),
        region(),
        Objects.requireNonNullElse(languages, List.of()),
        Objects.requireNonNullElse(location, ""),
        Objects.requireNonNullElse(about, ""),
        now,
        IdempotencyKey.fingerprint(this));
  }

  private ZoneId region() {
    return Zones.region(zone)
        .orElseThrow(
            () -> Problems.invalid("zone is a region of the time-zone database: Europe/Berlin."));
  }

  private String id(@Nullable IdempotencyKey key, String admin) {
    if (accountId != null) {
      return accountId;
    }
    return key == null ? Ids.next() : key.idFor(admin, "create-doctor");
  }
}
