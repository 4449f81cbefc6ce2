package org.carelane.payments.payment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.carelane.accesstoken.Caller;
import org.carelane.accesstoken.Role;
import org.carelane.payments.Problems;
import org.carelane.payments.payment.Decision;
import org.carelane.payments.payment.Decision.Refused;
import org.carelane.payments.payment.Payment;
import org.carelane.payments.payment.PaymentFilter;
import org.carelane.payments.payment.PaymentProcess;
import org.carelane.payments.payment.PaymentStatus;
import org.carelane.payments.payment.Payments;
import org.carelane.rest.Days;
import org.carelane.rest.IdempotencyKey;
import org.carelane.rest.Page;
import org.carelane.rest.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Patients see and confirm their own payments, administrators see all. Money is given back by
 * cancelling the appointment.
 */
@RestController
@Tag(name = "Payments", description = "What an appointment costs, taken and given back")
@RequestMapping("/api/v1/payments")
@ApiResponse(responseCode = "401", description = "unauthenticated")
class PaymentController {

  private final Payments payments;
  private final PaymentProcess process;

  PaymentController(Payments payments, PaymentProcess process) {
    this.payments = payments;
    this.process = process;
  }

  @Operation(
      operationId = "listPayments",
      summary = "List payments, or the one of an appointment",
      description =
          "Patients see theirs, admins all. from and to are dates of createdAt, inclusive, in the"
              + " zone (UTC unless told).")
  @ApiResponse(responseCode = "200", description = "A page of payments, newest first")
  @ApiResponse(responseCode = "400", description = "invalid-request")
  @GetMapping
  Page<PaymentView> list(
      Caller caller,
      @Parameter(
              description = "Only the one of this appointment",
              example = "5f0c3a52-9d1e-5b7c-8a43-0e6d2b1c9f74")
          @RequestParam(required = false)
          @Nullable String appointmentId,
      @Parameter(
              description = "Only those in one of these states",
              example = "[\"CAPTURED\", \"REFUNDED\"]")
          @RequestParam(required = false)
          @Nullable Set<PaymentStatus> status,
      @Parameter(description = "The first date of createdAt", example = "2027-03-15")
          @RequestParam(required = false)
          @Nullable LocalDate from,
      @Parameter(description = "The last date of createdAt, inclusive", example = "2027-03-19")
          @RequestParam(required = false)
          @Nullable LocalDate to,
      @Parameter(
              description = "IANA time zone of from and to; UTC without it",
              example = "Europe/Berlin")
          @RequestParam(required = false)
          @Nullable String zone,
      PageRequest page) {
    var patient = caller.is(Role.ADMIN) ? null : caller.accountId();
    var statuses = Objects.requireNonNullElse(status, Set.<PaymentStatus>of());
    var filter = new PaymentFilter(patient, statuses, Days.of(from, to, zone));
    if (appointmentId != null) {
      var found = payments.find(appointmentId).filter(filter::takes);
      return new Page<>(found.stream().map(PaymentView::of).toList(), null);
    }
    return payments.list(filter, page).map(PaymentView::of);
  }

  @Operation(operationId = "getPayment", summary = "Get a payment with its history")
  @ApiResponse(responseCode = "200", description = "The payment")
  @ApiResponse(responseCode = "404", description = "not-found")
  @GetMapping("/{id}")
  PaymentView get(
      Caller caller,
      @Parameter(
              description = "A payment's, the same as its appointment's",
              example = "5f0c3a52-9d1e-5b7c-8a43-0e6d2b1c9f74")
          @PathVariable
          String id) {
    return find(caller, id).map(PaymentView::of).orElseThrow(Problems::notFound);
  }

  @Operation(
      operationId = "confirmPayment",
      summary = "Confirm a payment that requires the patient's action")
  @ApiResponse(responseCode = "202", description = "The provider is told; look for the outcome")
  @ApiResponse(responseCode = "404", description = "not-found")
  @ApiResponse(responseCode = "409", description = "nothing-to-confirm, confirmation-expired")
  @PostMapping("/{id}/confirm")
  @ResponseStatus(HttpStatus.ACCEPTED)
  PaymentView confirm(
      Caller caller,
      @Parameter(
              description = "A payment's, the same as its appointment's",
              example = "5f0c3a52-9d1e-5b7c-8a43-0e6d2b1c9f74")
          @PathVariable
          String id,
      @Nullable IdempotencyKey key) {
    return view(process.confirm(id, caller.accountId()));
  }

  private Optional<Payment> find(Caller caller, String id) {
    return payments
        .find(id)
        .filter(payment -> caller.is(Role.ADMIN) || payment.isOf(caller.accountId()));
  }

  private static PaymentView view(Optional<Decision> decided) {
    var decision = decided.orElseThrow(Problems::notFound);
    if (decision instanceof Refused refused) {
      throw Problems.of(refused.why());
    }
    return PaymentView.of(decision.payment());
  }
}
