package org.carelane.appointments.doctor.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.carelane.appointments.Money;
import org.carelane.appointments.doctor.Doctor;
import org.carelane.rest.IdempotencyKey;
import org.carelane.rest.Ids;
import org.jspecify.annotations.Nullable;

/**
 * @param accountId the account that acts as this doctor; it becomes the doctor's id
 * @param fee for one appointment, in minor units of the currency
 * @param currency ISO 4217
 * @param zone IANA name, e.g. Europe/Berlin
 * @param languages BCP 47 tags, e.g. de, en-GB
 */
@Schema(
    example =
        """
        {"name": "Dr. Astrid Lindqvist", "specialization": "Cardiology", "fee": 12000,
         "currency": "EUR", "zone": "Europe/Berlin", "languages": ["de", "en"],
         "location": "Berlin", "about": "Heart and circulation"}\
        """)
record NewDoctorRequest(
    @Nullable @Pattern(regexp = ID) String accountId,
    @NotBlank @Size(max = 200) @Pattern(regexp = LINE, message = ONE_LINE) String name,
    @NotBlank @Size(max = 100) @Pattern(regexp = LINE, message = ONE_LINE) String specialization,
    @NotNull @Min(1) @Max(MAX_FEE) Long fee,
    @NotNull @Pattern(regexp = "[A-Z]{3}") String currency,
    @NotNull @Size(max = 60) String zone,
    @Nullable @Size(max = 20) List<@NotNull @Pattern(regexp = LANGUAGE) String> languages,
    @Nullable @Size(max = 200) @Pattern(regexp = LINE, message = ONE_LINE) String location,
    @Nullable @Size(max = 4000) String about) {

  static final String ID = "[A-Za-z0-9-]{1,64}";
  static final String LINE = "\\P{Cc}*";
  static final String ONE_LINE = "must be one line of text";
  static final String LANGUAGE = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,8}";
  static final long MAX_FEE = 100_000_000;

  Doctor doctor(@Nullable IdempotencyKey key, String admin, Instant now) {
    return new Doctor(
        id(key, admin),
        accountId,
        null,
        name.strip(),
        specialization.strip(),
        new Money(fee, Codes.currency(currency)),
        Codes.zone(zone),
        Objects.requireNonNullElse(languages, List.of()),
        Objects.requireNonNullElse(location, "").strip(),
        Objects.requireNonNullElse(about, "").strip(),
        now,
        IdempotencyKey.fingerprint(this));
  }

  private String id(@Nullable IdempotencyKey key, String admin) {
    if (accountId != null) {
      return accountId;
    }
    return key == null ? Ids.next() : key.idFor(admin, "create-doctor");
  }
}
