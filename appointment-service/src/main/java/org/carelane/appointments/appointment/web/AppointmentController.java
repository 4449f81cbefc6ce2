package org.carelane.appointments.appointment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.carelane.accesstoken.Caller;
import org.carelane.accesstoken.Role;
import org.carelane.appointments.Problems;
import org.carelane.appointments.appointment.AppointmentStatus;
import org.carelane.appointments.appointment.Appointments;
import org.carelane.appointments.doctor.Doctors;
import org.carelane.rest.Page;
import org.carelane.rest.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Appointments", description = "Booked by patients, kept with doctors")
@RequestMapping("/api/v1/appointments")
class AppointmentController {

  private final Appointments appointments;
  private final Doctors doctors;
  private final Viewers viewers;
  private final Clock clock;

  AppointmentController(Appointments appointments, Doctors doctors, Viewers viewers, Clock clock) {
    this.appointments = appointments;
    this.doctors = doctors;
    this.viewers = viewers;
    this.clock = clock;
  }

  @Operation(
      operationId = "listAppointments",
      summary = "List appointments",
      description =
          "Patients see theirs, doctors those booked with them, admins all. from and to are dates"
              + " of the start, inclusive, in the zone (UTC unless told). By start when one of them"
              + " is there, else the newest request first. A cursor is good for its sort only."
              + " With doctorDisabled"
              + " admins see those to be moved or cancelled: PENDING or CONFIRMED, not begun, with"
              + " a doctor whose account is disabled.")
  @ApiResponse(responseCode = "200", description = "A page of appointments")
  @ApiResponse(responseCode = "400", description = "invalid-request")
  @ApiResponse(responseCode = "403", description = "forbidden: doctorDisabled is for admins")
  @GetMapping
  Page<AppointmentView> list(
      Caller caller,
      @Parameter(description = "The first date of the start", example = "2027-03-15")
          @RequestParam(required = false)
          @Nullable LocalDate from,
      @Parameter(description = "The last date of the start, inclusive", example = "2027-03-19")
          @RequestParam(required = false)
          @Nullable LocalDate to,
      @Parameter(
              description = "IANA time zone of from and to; UTC without it",
              example = "Europe/Berlin")
          @RequestParam(required = false)
          @Nullable String zone,
      @Parameter(
              description = "Only those with this doctor",
              example = "018f3c2e-7d1b-7c40-9a55-2f1d9f0a6b11")
          @RequestParam(required = false)
          @Nullable String doctorId,
      @Parameter(
              description = "Only those of this patient, by the account",
              example = "018f3c2e-6a10-7b3d-8f21-5c9e0d7a4b36")
          @RequestParam(required = false)
          @Nullable String patientId,
      @Parameter(
              description = "Only those with one of these",
              example = "[\"PENDING\", \"CONFIRMED\"]")
          @RequestParam(required = false)
          @Nullable Set<AppointmentStatus> status,
      @Parameter(
              description =
                  "startsAt and -startsAt: by start, earliest or latest first; -requestedAt: the"
                      + " newest request first",
              example = "-startsAt",
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {"startsAt", "-startsAt", "-requestedAt"}))
          @RequestParam(required = false)
          @Nullable String sort,
      @Parameter(
              description =
                  "Only those to be moved or cancelled, as the doctor is disabled; for admins",
              example = "true")
          @RequestParam(defaultValue = "false")
          boolean doctorDisabled,
      PageRequest page) {
    if (doctorDisabled && !caller.is(Role.ADMIN)) {
      throw Problems.forbidden();
    }
    var statuses = Objects.requireNonNullElse(status, Set.<AppointmentStatus>of());
    var query = new AppointmentQuery(from, to, zone, doctorId, patientId, statuses, sort);
    var filter = query.filter();
    var order = query.order();
    var found =
        doctorDisabled
            ? appointments.upcoming(doctors.disabled(), filter, clock.instant(), order, page)
            : appointments.list(viewers.of(caller), filter, order, page);
    return found.map(it -> AppointmentView.of(it.id(), it.appointment()));
  }

  @Operation(operationId = "getAppointment", summary = "Get an appointment with the steps taken")
  @ApiResponse(responseCode = "200", description = "The appointment")
  @ApiResponse(responseCode = "404", description = "not-found: missing, or not the caller's")
  @GetMapping("/{id}")
  AppointmentView get(
      Caller caller,
      @Parameter(description = "An appointment's", example = "5f0c3a52-9d1e-5b7c-8a43-0e6d2b1c9f74")
          @PathVariable
          String id) {
    return appointments
        .find(id, viewers.of(caller))
        .map(it -> AppointmentView.of(it.id(), it.appointment()))
        .orElseThrow(Problems::notFound);
  }
}
