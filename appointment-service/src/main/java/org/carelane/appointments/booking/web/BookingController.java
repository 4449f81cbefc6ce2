package org.carelane.appointments.booking.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import org.carelane.accesstoken.Caller;
import org.carelane.accesstoken.Role;
import org.carelane.appointments.Problems;
import org.carelane.appointments.appointment.AppointmentStatus;
import org.carelane.appointments.appointment.Appointments;
import org.carelane.appointments.appointment.Appointments.Filed;
import org.carelane.appointments.appointment.CancellationReason;
import org.carelane.appointments.appointment.Mode;
import org.carelane.appointments.appointment.Person;
import org.carelane.appointments.appointment.web.AppointmentView;
import org.carelane.appointments.appointment.web.Viewers;
import org.carelane.appointments.booking.Booking;
import org.carelane.appointments.booking.BookingDesk;
import org.carelane.appointments.booking.BookingProcess;
import org.carelane.appointments.booking.BookingRequest;
import org.carelane.rest.IdempotencyKey;
import org.carelane.rest.Ids;
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
@RequestMapping("/api/v1/appointments")
class BookingController {

  private final BookingDesk desk;
  private final BookingProcess process;
  private final Appointments appointments;
  private final Clock clock;

  BookingController(
      BookingDesk desk, BookingProcess process, Appointments appointments, Clock clock) {
    this.desk = desk;
    this.process = process;
    this.appointments = appointments;
    this.clock = clock;
  }

  /**
   * @param reason the patient's own words, for the doctor
   * @param paymentMethod the payment provider's token
   */
  record BookRequest(
      @NotNull @Size(min = 1, max = 200) String slotId,
      @NotNull Mode mode,
      @Nullable @Size(max = 1000) String reason,
      @NotNull @Pattern(regexp = "[A-Za-z0-9_.-]{1,200}") String paymentMethod) {}

  @Operation(
      summary = "Book a slot",
      description = "The slot is held and the booking goes on by itself: look at its Location.")
  @ApiResponse(responseCode = "202", description = "Requested; the same again for the same key")
  @ApiResponse(responseCode = "404", description = "not-found: there is no such slot")
  @ApiResponse(responseCode = "409", description = "slot-taken")
  @ApiResponse(responseCode = "422", description = "slot-in-past, idempotency-key-reused")
  @PreAuthorize("hasRole('PATIENT')")
  @PostMapping
  ResponseEntity<AppointmentView> book(
      Caller caller, @Nullable IdempotencyKey key, @Valid @RequestBody BookRequest request) {
    var id = key == null ? Ids.next() : key.idFor(caller.accountId(), "book");
    var patient = new Person(caller.accountId(), caller.name());
    var wanted =
        new BookingRequest(
            patient, request.slotId(), request.mode(), request.reason(), request.paymentMethod());
    var booking = desk.book(id, wanted, key != null);
    return ResponseEntity.accepted()
        .location(URI.create("/api/v1/appointments/" + id))
        .body(view(booking));
  }

  @Operation(
      summary = "Cancel an appointment, by its patient, its doctor or an admin",
      description = "Payment is refunded. Cancelling again changes nothing.")
  @ApiResponse(responseCode = "409", description = "appointment-started")
  @PostMapping("/{id}/cancel")
  @ResponseStatus(HttpStatus.ACCEPTED)
  AppointmentView cancel(Caller caller, @PathVariable String id) {
    var filed = appointments.find(id, Viewers.of(caller)).orElseThrow(Problems::notFound);
    requireAhead(filed);
    return process
        .cancel(id, reason(caller, filed))
        .map(BookingController::view)
        .orElseThrow(Problems::notFound);
  }

  private void requireAhead(Filed filed) {
    var stands = filed.appointment().status() == AppointmentStatus.CONFIRMED;
    if (stands && filed.appointment().hasBegun(clock.instant())) {
      throw Problems.appointmentStarted();
    }
  }

  private static CancellationReason reason(Caller caller, Filed filed) {
    if (filed.appointment().patient().id().equals(caller.accountId())) {
      return CancellationReason.CANCELLED_BY_PATIENT;
    }
    return caller.is(Role.ADMIN)
        ? CancellationReason.CANCELLED_BY_ADMIN
        : CancellationReason.CANCELLED_BY_DOCTOR;
  }

  private static AppointmentView view(Booking booking) {
    return AppointmentView.of(booking.id(), booking.appointment());
  }
}
