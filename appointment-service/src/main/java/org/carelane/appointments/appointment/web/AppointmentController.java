package org.carelane.appointments.appointment.web;

import io.swagger.v3.oas.annotations.Operation;
import org.carelane.accesstoken.Caller;
import org.carelane.appointments.Problems;
import org.carelane.appointments.appointment.AppointmentStatus;
import org.carelane.appointments.appointment.Appointments;
import org.carelane.rest.Page;
import org.carelane.rest.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/appointments")
class AppointmentController {

  private final Appointments appointments;

  AppointmentController(Appointments appointments) {
    this.appointments = appointments;
  }

  @Operation(
      summary = "List appointments, newest request first",
      description = "Patients see theirs, doctors those booked with them, admins all.")
  @GetMapping
  Page<AppointmentView> list(
      Caller caller,
      @RequestParam(required = false) @Nullable AppointmentStatus status,
      PageRequest page) {
    return appointments
        .list(Viewers.of(caller), status, page)
        .map(it -> AppointmentView.of(it.id(), it.appointment()));
  }

  @Operation(summary = "Get an appointment with the steps taken")
  @GetMapping("/{id}")
  AppointmentView get(Caller caller, @PathVariable String id) {
    return appointments
        .find(id, Viewers.of(caller))
        .map(it -> AppointmentView.of(it.id(), it.appointment()))
        .orElseThrow(Problems::notFound);
  }
}
