package org.carelane.appointments.doctor.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.carelane.appointments.Money;
import org.carelane.appointments.Problems;
import org.carelane.appointments.doctor.DoctorChange;
import org.carelane.rest.text.Line;
import org.carelane.rest.text.Prose;
import org.jspecify.annotations.Nullable;

/**
 * Members left out keep the present value. The zone can't change: slots are stored by its local
 * time.
 *
 * @param accountId the account that is to act as this doctor, for a profile that has none; by an
 *     admin
 * @param fee in minor units; only together with the currency
 */
record DoctorChangeRequest(
    @Nullable @Pattern(regexp = NewDoctorRequest.ID) String accountId,
    @Nullable @Line(max = 200) String name,
    @Nullable @Line(max = 100) String specialization,
    @Nullable @Min(1) @Max(NewDoctorRequest.MAX_FEE) Long fee,
    @Nullable @Pattern(regexp = "[A-Z]{3}") String currency,
    @Nullable @Size(max = 20)
        List<@NotNull @Pattern(regexp = NewDoctorRequest.LANGUAGE) String> languages,
    @Nullable @Line(max = 200, blank = true) String location,
    @Nullable @Prose(max = 4000, blank = true) String about) {

  DoctorChange change() {
    return new DoctorChange(accountId, name, specialization, money(), languages, location, about);
  }

  private @Nullable Money money() {
    if (fee == null && currency == null) {
      return null;
    }
    if (fee == null || currency == null) {
      throw Problems.invalid("fee and currency change together.");
    }
    return new Money(fee, Codes.currency(currency));
  }
}
