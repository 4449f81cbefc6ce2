package org.carelane.appointments.doctor.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.carelane.appointments.Money;
import org.carelane.appointments.Problems;
import org.carelane.appointments.doctor.DoctorChange;
import org.jspecify.annotations.Nullable;

/**
 * Members left out keep the present value. The zone can't change: slots are stored by its local
 * time.
 *
 * @param accountId the account that is to act as this doctor, for a profile that has none; by an
 *     admin
 * @param fee in minor units; only together with the currency
 */
@Schema(
    example =
        """
        {"location": "Hamburg", "languages": ["de", "en", "sv"]}\
        """)
record DoctorChangeRequest(
    @Nullable @Pattern(regexp = NewDoctorRequest.ID) String accountId,
    @Nullable @Size(max = 200) @Pattern(regexp = SOME_LINE, message = ONE_LINE) String name,
    @Nullable @Size(max = 100) @Pattern(regexp = SOME_LINE, message = ONE_LINE)
        String specialization,
    @Nullable @Min(1) @Max(NewDoctorRequest.MAX_FEE) Long fee,
    @Nullable @Pattern(regexp = "[A-Z]{3}") String currency,
    @Nullable @Size(max = 20)
        List<@NotNull @Pattern(regexp = NewDoctorRequest.LANGUAGE) String> languages,
    @Nullable @Size(max = 200) @Pattern(regexp = NewDoctorRequest.LINE, message = ONE_LINE)
        String location,
    @Nullable @Size(max = 4000) String about) {

  /** One line that is not blank. Takes linear time. */
  private static final String SOME_LINE = "(?=\\s*\\S)\\P{Cc}*";

  private static final String ONE_LINE = "must be one line of text";

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
