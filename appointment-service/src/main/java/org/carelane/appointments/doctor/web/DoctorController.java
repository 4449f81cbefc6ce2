package org.carelane.appointments.doctor.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
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
import org.carelane.appointments.doctor.DoctorDirectory;
import org.carelane.appointments.doctor.DoctorProfiles;
import org.carelane.appointments.doctor.Doctors;
import org.carelane.appointments.doctor.NameOrder;
import org.carelane.rest.Etags;
import org.carelane.rest.IdempotencyKey;
import org.carelane.rest.Page;
import org.carelane.rest.PageRequest;
import org.carelane.rest.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Doctors", description = "Whom a patient can book")
@RequestMapping("/api/v1")
class DoctorController {

  private final Doctors doctors;
  private final DoctorDirectory directory;
  private final DoctorProfiles profiles;
  private final Clock clock;

  DoctorController(
      Doctors doctors, DoctorDirectory directory, DoctorProfiles profiles, Clock clock) {
    this.doctors = doctors;
    this.directory = directory;
    this.profiles = profiles;
    this.clock = clock;
  }

  @Operation(
      operationId = "listDoctors",
      summary = "List doctors by name, for anyone",
      description =
          "As people sort who read the language of Accept-Language; a cursor is good for that"
              + " language only. q and specialization ignore case and accents.")
  @ApiResponse(responseCode = "200", description = "A page of doctors, with an ETag")
  @ApiResponse(responseCode = "304", description = "As in If-None-Match", content = @Content)
  @ApiResponse(responseCode = "400", description = "invalid-request")
  @GetMapping("/doctors")
  ResponseEntity<Page<DoctorView>> list(
      @Parameter(description = "In whose order names are sorted", example = "de-DE, en;q=0.8")
          @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String language,
      @Parameter(
              description = "Part of the name, specialization or location, in any case",
              example = "lindqvist")
          @RequestParam(required = false)
          @Nullable String q,
      @Parameter(description = "A whole one, in any case", example = "Cardiology")
          @RequestParam(required = false)
          @Nullable String specialization,
      PageRequest page) {
    return Etags.answerInLanguage(
        directory.list(q, specialization, NameOrder.of(language), page).map(DoctorView::of));
  }

  @Operation(operationId = "getDoctor", summary = "Get a doctor's profile, for anyone")
  @ApiResponse(responseCode = "200", description = "The profile, with an ETag")
  @ApiResponse(responseCode = "304", description = "As in If-None-Match", content = @Content)
  @ApiResponse(responseCode = "404", description = "not-found")
  @GetMapping("/doctors/{id}")
  ResponseEntity<DoctorView> get(
      @Parameter(description = "A doctor's", example = "018f3c2e-7d1b-7c40-9a55-2f1d9f0a6b11")
          @PathVariable
          String id) {
    return doctors.find(id).map(DoctorView::of).map(Etags::answer).orElseThrow(Problems::notFound);
  }

  @Operation(operationId = "getOwnDoctor", summary = "Get the caller's own profile, by a doctor")
  @ApiResponse(responseCode = "200", description = "The profile, with an ETag")
  @ApiResponse(responseCode = "304", description = "As in If-None-Match", content = @Content)
  @ApiResponse(responseCode = "404", description = "not-found: the account has no profile")
  @PreAuthorize("hasRole('DOCTOR')")
  @GetMapping("/doctors/me")
  ResponseEntity<DoctorView> own(Caller caller) {
    return doctors
        .ofAccount(caller.accountId())
        .map(DoctorView::of)
        .map(Etags::answer)
        .orElseThrow(Problems::notFound);
  }

  @Operation(
      operationId = "listSpecializations",
      summary = "List the specializations of all doctors, for anyone",
      description = "As people sort who read the language of Accept-Language.")
  @ApiResponse(responseCode = "200", description = "The specializations, with an ETag")
  @ApiResponse(responseCode = "304", description = "As in If-None-Match", content = @Content)
  @GetMapping("/specializations")
  ResponseEntity<List<String>> specializations(
      @Parameter(description = "In whose order names are sorted", example = "de-DE, en;q=0.8")
          @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String language) {
    return Etags.answerInLanguage(directory.specializations(NameOrder.of(language)));
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
    return Etags.tagged(
        ResponseEntity.created(URI.create("/api/v1/doctors/" + doctor.id())),
        DoctorView.of(doctor));
  }

  @Operation(
      operationId = "changeDoctor",
      summary = "Change a doctor's profile, by an admin or the doctor",
      description =
          "An admin gives a profile without an account its account. With If-Match only a profile"
              + " that is as it was answered with that ETag is changed.")
  @ApiResponse(responseCode = "200", description = "The profile as it is now")
  @ApiResponse(responseCode = "400", description = "invalid-request")
  @ApiResponse(responseCode = "403", description = "forbidden: another doctor's")
  @ApiResponse(responseCode = "404", description = "not-found")
  @ApiResponse(responseCode = "409", description = "doctor-exists, doctor-has-account")
  @ApiResponse(
      responseCode = "412",
      description = "precondition-failed: changed since the answer with the ETag of If-Match")
  @ApiResponse(responseCode = "422", description = "not-a-doctors-account, with Retry-After")
  @PreAuthorize("hasAnyRole('ADMIN', 'DOCTOR')")
  @PatchMapping("/doctors/{id}")
  ResponseEntity<DoctorView> change(
      Caller caller,
      @Parameter(description = "A doctor's", example = "018f3c2e-7d1b-7c40-9a55-2f1d9f0a6b11")
          @PathVariable
          String id,
      @OwnDoctor("id") Doctor doctor,
      @Parameter(
              description =
                  "The ETag of the profile as it was read; it is changed only if it is still so",
              example = "\"lx3k9f2a\"")
          @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch,
      @Valid @RequestBody DoctorChangeRequest request) {
    var changed =
        profiles.change(
            id,
            request.change(clock.instant()),
            caller.accountId(),
            caller.is(Role.ADMIN),
            ifMatch == null ? null : it -> Etags.matches(ifMatch, DoctorView.of(it)));
    return Etags.answer(DoctorView.of(saved(changed)));
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
            case CHANGED -> ProblemException.preconditionFailed();
            case ID_REUSED -> Problems.idempotencyKeyReused();
          };
    };
  }
}
