package org.carelane.appointments.booking.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.carelane.appointments.appointment.CancellationReason;
import org.carelane.appointments.appointment.StepTaken;
import org.carelane.appointments.booking.Booking;
import org.carelane.appointments.booking.BookingProperties;
import org.carelane.appointments.booking.BookingState.RolledBack;
import org.carelane.appointments.booking.BookingState.Running;
import org.carelane.appointments.booking.BookingState.Succeeded;
import org.carelane.appointments.booking.BookingState.Undoing;
import org.carelane.appointments.booking.Bookings;
import org.carelane.rest.Page;
import org.carelane.rest.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sagas for administrators. */
@RestController
@Tag(
    name = "Sagas",
    description = "What the booking of an appointment is waiting for, for administrators")
class SagaController {

  private final Bookings bookings;
  private final BookingProperties properties;

  SagaController(Bookings bookings, BookingProperties properties) {
    this.bookings = bookings;
    this.properties = properties;
  }

  enum Which {
    OPEN,
    STUCK
  }

  /**
   * The booking of an appointment as administrators see it.
   *
   * @param state RUNNING, UNDOING, SUCCEEDED or ROLLED_BACK
   * @param step what is being done or undone; null when it has ended
   * @param awaiting the command whose reply is awaited; null when none is
   * @param reason why it is undone; null when it is not
   * @param attempts how often the compensation was asked for; 0 while nothing is undone
   * @param stuck whether it has so many attempts that someone should look
   * @param deadline when it is asked for again or given up; null when nothing is due
   * @param steps oldest first
   */
  @Schema(
      example =
          """
          {"appointmentId": "5f0c3a52-9d1e-5b7c-8a43-0e6d2b1c9f74", "state": "UNDOING", "step": "TAKE_PAYMENT",
           "awaiting": "RefundPayment", "reason": "CANCELLED_BY_PATIENT", "attempts": 2, "stuck": false,
           "requestedAt": "2027-03-01T10:15:51.480Z", "deadline": "2027-03-02T18:05:00Z",
           "steps": [{"step": "TAKE_PAYMENT", "outcome": "DONE", "at": "2027-03-01T10:15:52.067Z"}]}\
          """)
  record SagaView(
      String appointmentId,
      String state,
      @Nullable String step,
      @Nullable String awaiting,
      @Nullable CancellationReason reason,
      int attempts,
      boolean stuck,
      Instant requestedAt,
      @Nullable Instant deadline,
      List<StepTaken> steps) {}

  @Operation(
      operationId = "listSagas",
      summary = "List sagas that are open, or stuck in a compensation, by an admin")
  @ApiResponse(responseCode = "200", description = "A page of sagas")
  @PreAuthorize("hasRole('ADMIN')")
  @GetMapping("/api/v1/admin/sagas")
  Page<SagaView> list(
      @Parameter(description = "STUCK: someone should look", example = "STUCK")
          @RequestParam(defaultValue = "OPEN")
          Which state,
      PageRequest page) {
    int fromAttempts = state == Which.STUCK ? properties.stuckAfter() : 0;
    return bookings.open(fromAttempts, page).map(this::view);
  }

  private SagaView view(Booking it) {
    return switch (it.state()) {
      case Running(var step) -> view(it, "RUNNING", step.name(), null, 0);
      case Undoing(var step, var why, var attempts) ->
          view(it, "UNDOING", step.name(), why, attempts);
      case Succeeded _ -> view(it, "SUCCEEDED", null, null, 0);
      case RolledBack(var why) -> view(it, "ROLLED_BACK", null, why, 0);
    };
  }

  private SagaView view(
      Booking it,
      String state,
      @Nullable String step,
      @Nullable CancellationReason reason,
      int attempts) {
    return new SagaView(
        it.id(),
        state,
        step,
        it.command().map(command -> command.getClass().getSimpleName()).orElse(null),
        reason,
        attempts,
        attempts >= properties.stuckAfter(),
        it.appointment().requestedAt(),
        it.deadline(),
        it.appointment().steps());
  }
}
