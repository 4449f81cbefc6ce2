package org.carelane.appointments.booking.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Currency;
import org.carelane.accesstoken.Caller;
import org.carelane.accesstoken.Role;
import org.carelane.appointments.Money;
import org.carelane.appointments.Problems;
import org.carelane.appointments.appointment.Mode;
import org.carelane.appointments.appointment.Person;
import org.carelane.appointments.appointment.web.AppointmentView;
import org.carelane.appointments.appointment.web.Viewers;
import org.carelane.appointments.booking.Booking;
import org.carelane.appointments.booking.BookingRequest;
import org.carelane.appointments.booking.BookingRequests;
import org.carelane.appointments.booking.Cancellations;
import org.carelane.rest.IdempotencyKey;
import org.carelane.rest.ProblemException;
import org.carelane.rest.text.Prose;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Appointments")
@RequestMapping("/api/v1/appointments")
class BookingController {

  private final BookingRequests requests;
  private final Cancellations cancellations;
  private final Viewers viewers;

  BookingController(BookingRequests requests, Cancellations cancellations, Viewers viewers) {
    this.requests = requests;
    this.cancellations = cancellations;
    this.viewers = viewers;
  }

  /**
   * @param reason the patient's own words, for the doctor
   * @param paymentMethod the payment provider's token, in the sandbox for example card_ok
   * @param fee what the patient was shown; another fee by now is refused
   */
  @Schema(
      example =
          """
          {"slotId": "018f3c2e-7d1b-7c40-9a55-2f1d9f0a6b11_2027-03-15_0900", "mode": "VIDEO",
           "reason": "Check-up", "paymentMethod": "card_ok",
           "fee": {"amountMinor": 12000, "currency": "EUR"}}\
          """)
  record BookRequest(
      @NotNull @Size(min = 1, max = 200) String slotId,
      @NotNull Mode mode,
      @Nullable @Prose(max = 1000, blank = true) String reason,
      @NotNull @Pattern(regexp = "[A-Za-z0-9_.-]{1,200}") String paymentMethod,
      @Nullable @Valid ShownFee fee) {}

  /**
   * @param amountMinor in minor units of the currency
   * @param currency ISO 4217
   */
  @Schema(
      example =
          """
          {"amountMinor": 12000, "currency": "EUR"}\
          """)
  record ShownFee(@NotNull @PositiveOrZero Long amountMinor, @NotNull Currency currency) {

    Money money() {
      return new Money(amountMinor, currency);
    }
  }

  @Operation(
      operationId = "bookAppointment",
      summary = "Book a slot",
      description = "The slot is held and the booking goes on by itself: look at its Location.")
  @ApiResponse(responseCode = "202", description = "Requested; the same again for the same key")
  @ApiResponse(responseCode = "404", description = "not-found: there is no such slot")
  @ApiResponse(responseCode = "400", description = "invalid-request, idempotency-key-required")
  @ApiResponse(
      responseCode = "409",
      description =
          "slot-taken; doctor-not-bookable; fee-changed, with the fee of now;"
              + " appointments-overlap: the patient has another appointment at that time;"
              + " too-many-holds: the patient holds too many slots that are not paid for")
  @ApiResponse(responseCode = "422", description = "slot-in-past, idempotency-key-reused")
  @ApiResponse(
      responseCode = "503",
      description = "service-unavailable: too much is under way; nothing was held, try again soon")
  @PreAuthorize("hasRole('PATIENT')")
  @PostMapping
  ResponseEntity<AppointmentView> book(
      Caller caller, IdempotencyKey key, @Valid @RequestBody BookRequest request) {
    var id = key.idFor(caller.accountId(), "book");
    var patient = new Person(caller.accountId(), caller.name());
    var wanted =
        new BookingRequest(
            patient,
            request.slotId(),
            request.mode(),
            request.reason(),
            request.paymentMethod(),
            request.fee() == null ? null : request.fee().money());
    return switch (requests.book(id, wanted)) {
      case BookingRequests.Result.Accepted(var booking) ->
          ResponseEntity.accepted()
              .location(URI.create("/api/v1/appointments/" + id))
              .body(view(booking));
      case BookingRequests.Result.Refused(var why) -> throw problem(why);
      case BookingRequests.Result.FeeChanged(var fee) -> throw Problems.feeChanged(fee);
    };
  }

  private static ProblemException problem(BookingRequests.Refusal why) {
    return switch (why) {
      case NO_SUCH_SLOT -> Problems.notFound();
      case UNKNOWN_PAYMENT_METHOD -> Problems.unknownPaymentMethod();
      case SLOT_BEGUN -> Problems.slotInPast();
      case SLOT_TAKEN -> Problems.slotTaken();
      case OVERLAPS -> Problems.appointmentsOverlap();
      case TOO_MANY_HOLDS -> Problems.tooManyHolds();
      case DOCTOR_NOT_BOOKABLE -> Problems.doctorNotBookable();
      case ID_REUSED -> Problems.idempotencyKeyReused();
      case BUSY -> Problems.busy();
    };
  }

  @Operation(
      operationId = "cancelAppointment",
      summary = "Cancel an appointment, by its patient, its doctor or an admin",
      description = "Payment is refunded. Cancelling again changes nothing.")
  @ApiResponse(responseCode = "202", description = "It is being cancelled, or was before")
  @ApiResponse(responseCode = "409", description = "appointment-started")
  @PostMapping("/{id}/cancel")
  @ResponseStatus(HttpStatus.ACCEPTED)
  AppointmentView cancel(
      Caller caller,
      @Parameter(description = "An appointment's", example = "5f0c3a52-9d1e-5b7c-8a43-0e6d2b1c9f74")
          @PathVariable
          String id) {
    var cancelling =
        cancellations.cancel(id, viewers.of(caller), caller.accountId(), caller.is(Role.ADMIN));
    return switch (cancelling) {
      case Cancellations.Result.Cancelled(var booking) -> view(booking);
      case Cancellations.Result.Refused(var why) ->
          throw switch (why) {
            case NO_SUCH_APPOINTMENT -> Problems.notFound();
            case APPOINTMENT_BEGUN -> Problems.appointmentStarted();
          };
    };
  }

  private static AppointmentView view(Booking booking) {
    return AppointmentView.of(booking.id(), booking.appointment());
  }
}
