package org.carelane.appointments.doctor.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.carelane.appointments.doctor.DoctorChange;
import org.carelane.rest.text.Line;
import org.carelane.rest.text.Prose;
import org.jspecify.annotations.Nullable;

/**
 * Members left out keep the present value. The zone cannot change: slots are stored by its local
 * time.
 *
 * @param accountId the account that is to act as this doctor, for a profile that has none; by an
 *     admin
 * @param fee for one appointment
 * @param languages BCP 47 tags
 */
@Schema(
    example =
        """
        {"accountId": "018f3c2e-7d1b-7c40-9a55-2f1d9f0a6b11", "name": "Dr. Astrid Lindqvist",
         "specialization": "Cardiology", "fee": {"amountMinor": 12000, "currency": "EUR"},
         "languages": ["de", "en", "sv"], "location": "Hamburg", "about": "Heart and circulation"}\
        """)
record DoctorChangeRequest(
    @Nullable @Pattern(regexp = NewDoctorRequest.ID) String accountId,
    @Nullable @Line(max = 200) String name,
    @Nullable @Line(max = 100) String specialization,
    @Nullable @Valid FeeRequest fee,
    @Nullable @Size(max = 20)
        List<@NotNull @Pattern(regexp = NewDoctorRequest.LANGUAGE) String> languages,
    @Nullable @Line(max = 200, blank = true) String location,
    @Nullable @Prose(max = 4000, blank = true) String about) {

  DoctorChange change(Instant now) {
    return new DoctorChange(
        accountId,
        name,
        specialization,
        fee == null ? null : fee.money(now),
        languages,
        location,
        about);
  }
}
