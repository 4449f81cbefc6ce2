package org.carelane.appointments.doctor.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.carelane.accesstoken.Caller;
import org.carelane.accesstoken.Role;
import org.carelane.appointments.Problems;
import org.carelane.appointments.doctor.Doctor;
import org.carelane.appointments.doctor.DoctorProfiles;
import org.carelane.appointments.doctor.Doctors;
import org.carelane.rest.IdempotencyKey;
import org.carelane.rest.Page;
import org.carelane.rest.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Doctors", description = "Whom a patient can book")
@RequestMapping("/api/v1")
class DoctorController {

  private final Doctors doctors;
  private final DoctorProfiles profiles;
  private final Clock clock;

  DoctorController(Doctors doctors, DoctorProfiles profiles, Clock clock) {
    this.doctors = doctors;
    this.profiles = profiles;
    this.clock = clock;
  }

  @Operation(operationId = "listDoctors", summary = "List doctors by name, for anyone")
  @ApiResponse(responseCode = "200", description = "A page of doctors")
  @GetMapping("/doctors")
  Page<DoctorView> list(
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable String specialization,
      PageRequest page) {
    return doctors.list(q, specialization, page).map(DoctorView::of);
  }

  @Operation(operationId = "getDoctor", summary = "Get a doctor, for anyone")
  @ApiResponse(responseCode = "200", description = "The doctor")
  @GetMapping("/doctors/{id}")
  DoctorView get(@PathVariable String id) {
    return doctors.find(id).map(DoctorView::of).orElseThrow(Problems::notFound);
  }

  @Operation(
      operationId = "listSpecializations",
      summary = "List what there are doctors for, for anyone")
  @ApiResponse(responseCode = "200", description = "All specializations, in alphabetical order")
  @GetMapping("/specializations")
  List<String> specializations() {
    return doctors.specializations();
  }

  @Operation(operationId = "createDoctor", summary = "Create a doctor, by an admin")
  @ApiResponse(responseCode = "201", description = "Created, or created before by the same request")
  @ApiResponse(responseCode = "409", description = "doctor-exists")
  @ApiResponse(
      responseCode = "422",
      description = "idempotency-key-reused; not-a-doctors-account, with Retry-After")
  @PreAuthorize("hasRole('ADMIN')")
  @PostMapping("/doctors")
  ResponseEntity<DoctorView> create(
      Caller caller, @Nullable IdempotencyKey key, @Valid @RequestBody NewDoctorRequest request) {
    var now = clock.instant();
    var wanted = request.doctor(key, caller.accountId(), now);
    var doctor = saved(profiles.create(wanted, key != null));
    return ResponseEntity.created(URI.create("/api/v1/doctors/" + doctor.id()))
        .body(DoctorView.of(doctor));
  }

  @Operation(
      operationId = "changeDoctor",
      summary = "Change a doctor's profile, by an admin or the doctor",
      description = "An admin gives a profile without an account its account.")
  @ApiResponse(responseCode = "200", description = "The profile as it is now")
  @ApiResponse(responseCode = "409", description = "doctor-exists, doctor-has-account")
  @ApiResponse(responseCode = "422", description = "not-a-doctors-account, with Retry-After")
  @PreAuthorize("hasAnyRole('ADMIN', 'DOCTOR')")
  @PatchMapping("/doctors/{id}")
  DoctorView change(
      Caller caller, @PathVariable String id, @Valid @RequestBody DoctorChangeRequest request) {
    return DoctorView.of(
        saved(profiles.change(id, request.change(), caller.accountId(), caller.is(Role.ADMIN))));
  }

  private static Doctor saved(DoctorProfiles.Result result) {
    return switch (result) {
      case DoctorProfiles.Result.Saved(var doctor) -> doctor;
      case DoctorProfiles.Result.Refused(var why) ->
          throw switch (why) {
            case NO_SUCH_DOCTOR -> Problems.notFound();
            case NOT_ALLOWED -> Problems.forbidden();
            case DOCTOR_EXISTS -> Problems.doctorExists();
            case NO_DOCTORS_ACCOUNT -> Problems.notADoctorsAccount();
            case HAS_ACCOUNT -> Problems.doctorHasAccount();
            case ID_REUSED -> Problems.idempotencyKeyReused();
          };
    };
  }
}
