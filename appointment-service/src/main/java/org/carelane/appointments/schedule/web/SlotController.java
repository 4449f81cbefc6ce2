package org.carelane.appointments.schedule.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.carelane.appointments.Problems;
import org.carelane.appointments.doctor.Doctor;
import org.carelane.appointments.doctor.Doctors;
import org.carelane.appointments.doctor.web.OwnDoctor;
import org.carelane.appointments.schedule.Schedule;
import org.carelane.appointments.schedule.Schedule.NamedSlot;
import org.carelane.appointments.schedule.SlotId;
import org.carelane.appointments.schedule.Slots;
import org.carelane.rest.Etags;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Slots", description = "When a doctor can be booked")
@RequestMapping("/api/v1/doctors/{doctorId}/slots")
class SlotController {

  private static final int DEFAULT_DAYS = 7;
  private static final int MAX_DAYS = 31;
  private static final int MAX_DAYS_DELETED = 366;

  private final Doctors doctors;
  private final Schedule schedule;
  private final Slots slots;
  private final Clock clock;

  SlotController(Doctors doctors, Schedule schedule, Slots slots, Clock clock) {
    this.doctors = doctors;
    this.schedule = schedule;
    this.slots = slots;
    this.clock = clock;
  }

  record FreeSlots(List<SlotView> items) {}

  /**
   * A time at which a doctor can be booked.
   *
   * @param id the slotId of a booking
   */
  @Schema(
      example =
          """
          {"id": "018f3c2e-7d1b-7c40-9a55-2f1d9f0a6b11_2027-03-15_0900",
           "startsAt": "2027-03-15T08:00:00Z", "endsAt": "2027-03-15T08:30:00Z"}\
          """)
  record SlotView(String id, Instant startsAt, Instant endsAt) {

    static SlotView of(NamedSlot it) {
      return new SlotView(it.id().toString(), it.slot().start(), it.slot().end());
    }
  }

  @Operation(
      operationId = "listFreeSlots",
      summary = "List a doctor's free slots, for anyone",
      description =
          "Dates are the doctor's and inclusive: a week from today unless told, 31 days at most."
              + " None while the doctor's account is disabled.")
  @ApiResponse(responseCode = "200", description = "The free slots, with an ETag")
  @ApiResponse(responseCode = "304", description = "As in If-None-Match", content = @Content)
  @ApiResponse(responseCode = "400", description = "invalid-request")
  @ApiResponse(responseCode = "404", description = "not-found: there is no such doctor")
  @GetMapping
  ResponseEntity<FreeSlots> free(
      @Parameter(description = "A doctor's", example = "018f3c2e-7d1b-7c40-9a55-2f1d9f0a6b11")
          @PathVariable
          String doctorId,
      @Parameter(
              description = "The first date, the doctor's; today without it",
              example = "2027-03-15")
          @RequestParam(required = false)
          @Nullable LocalDate from,
      @Parameter(
              description = "The last date, inclusive; six days after from without it",
              example = "2027-03-19")
          @RequestParam(required = false)
          @Nullable LocalDate to) {
    var doctor = doctors.find(doctorId).orElseThrow(Problems::notFound);
    requireEra(from);
    requireEra(to);
    var first = Objects.requireNonNullElseGet(from, () -> today(doctor));
    var last = Objects.requireNonNullElseGet(to, () -> first.plusDays(DEFAULT_DAYS - 1));
    if (last.isBefore(first) || last.isAfter(first.plusDays(MAX_DAYS - 1))) {
      throw Problems.invalid("to is from 0 to " + (MAX_DAYS - 1) + " days after from.");
    }
    var free =
        doctor.isBookable() ? schedule.free(doctorId, first, last) : List.<Schedule.NamedSlot>of();
    return Etags.answer(new FreeSlots(free.stream().map(SlotView::of).toList()));
  }

  @Operation(
      operationId = "createSlots",
      summary = "Create slots for a range of dates, by an admin or the doctor",
      description =
          "A day gets all its slots or none. Creating the same slots again creates nothing twice, "
              + "and completes a request that was cut off.")
  @ApiResponse(
      responseCode = "200",
      description = "The slots exist now, but on the days that are listed as refused")
  @ApiResponse(
      responseCode = "409",
      description = "slots-overlap, schedule-busy: every day is refused, none was created")
  @PreAuthorize("hasAnyRole('ADMIN', 'DOCTOR')")
  @PostMapping("/bulk")
  OpenedSlots open(
      @Parameter(description = "A doctor's", example = "018f3c2e-7d1b-7c40-9a55-2f1d9f0a6b11")
          @PathVariable
          String doctorId,
      @OwnDoctor("doctorId") Doctor doctor,
      @Valid @RequestBody SlotsRequest request) {
    return OpenedSlots.of(schedule.open(doctor, request.plan(today(doctor))));
  }

  @Operation(
      operationId = "deleteSlot",
      summary = "Delete a slot that nobody has, by an admin or the doctor",
      description = "A hold that has lapsed does not keep a slot.")
  @ApiResponse(responseCode = "204", description = "Deleted")
  @ApiResponse(responseCode = "403", description = "forbidden: another doctor's")
  @ApiResponse(
      responseCode = "404",
      description = "not-found: there is no such doctor or slot, or it was deleted before")
  @ApiResponse(responseCode = "409", description = "slot-taken: it is held or booked, and stays")
  @PreAuthorize("hasAnyRole('ADMIN', 'DOCTOR')")
  @DeleteMapping("/{slotId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(
      @Parameter(description = "A doctor's", example = "018f3c2e-7d1b-7c40-9a55-2f1d9f0a6b11")
          @PathVariable
          String doctorId,
      @OwnDoctor("doctorId") Doctor doctor,
      @Parameter(
              description = "A slot's",
              example = "018f3c2e-7d1b-7c40-9a55-2f1d9f0a6b11_2027-03-15_0900")
          @PathVariable
          String slotId) {
    var id =
        SlotId.parse(slotId)
            .filter(it -> it.doctorId().equals(doctor.id()))
            .orElseThrow(Problems::notFound);
    if (!slots.delete(id)) {
      throw slots.find(id).isPresent() ? Problems.slotTaken() : Problems.notFound();
    }
  }

  @Operation(
      operationId = "deleteSlots",
      summary = "Delete the slots of a range of dates that nobody has, by an admin or the doctor",
      description =
          "Dates are the doctor's and inclusive, 366 days at most. What is held or booked is kept."
              + " Deleting again completes a request that was cut off.")
  @ApiResponse(
      responseCode = "200",
      description = "How many were deleted and how many are kept; days that were busy are listed")
  @ApiResponse(responseCode = "400", description = "invalid-request")
  @ApiResponse(responseCode = "403", description = "forbidden: another doctor's")
  @ApiResponse(responseCode = "404", description = "not-found: there is no such doctor")
  @ApiResponse(
      responseCode = "409",
      description = "schedule-busy: every day is refused, none was deleted")
  @PreAuthorize("hasAnyRole('ADMIN', 'DOCTOR')")
  @DeleteMapping
  DeletedSlots delete(
      @Parameter(description = "A doctor's", example = "018f3c2e-7d1b-7c40-9a55-2f1d9f0a6b11")
          @PathVariable
          String doctorId,
      @OwnDoctor("doctorId") Doctor doctor,
      @Parameter(description = "The first date, the doctor's", example = "2027-03-15") @RequestParam
          LocalDate from,
      @Parameter(description = "The last date, inclusive", example = "2027-03-19") @RequestParam
          LocalDate to) {
    requireEra(from);
    requireEra(to);
    if (to.isBefore(from) || to.isAfter(from.plusDays(MAX_DAYS_DELETED - 1))) {
      throw Problems.invalid("to is from 0 to " + (MAX_DAYS_DELETED - 1) + " days after from.");
    }
    return DeletedSlots.of(schedule.clear(doctor.id(), from, to));
  }

  private static void requireEra(@Nullable LocalDate date) {
    if (date != null && (date.getYear() < 1970 || date.getYear() > 9998)) {
      throw Problems.invalid("Dates are from 1970 to 9998.");
    }
  }

  private LocalDate today(Doctor doctor) {
    return LocalDate.now(clock.withZone(doctor.zone()));
  }
}
