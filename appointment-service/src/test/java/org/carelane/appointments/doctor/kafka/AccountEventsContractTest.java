package org.carelane.appointments.doctor.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import org.carelane.appointments.doctor.DoctorAccount;
import org.carelane.contracttesting.Contract;
import org.carelane.messaging.Message;
import org.junit.jupiter.api.Test;

class AccountEventsContractTest {

  private static final String ACCOUNT = "01a3d3ea-6672-7295-bf7a-8bd8b3f2884c";

  @Test
  void updatedIsUnderstood() {
    var at = Instant.parse("2027-02-25T08:12:45.900Z");
    var example = example("AccountUpdated");
    assertThat(read("AccountUpdated", example))
        .contains(new DoctorAccount(ACCOUNT, false, false, at));
    var gone = example.replace("PATIENT", "DOCTOR").replace("false", "true");
    assertThat(read("AccountUpdated", gone)).contains(new DoctorAccount(ACCOUNT, true, true, at));
  }

  @Test
  void ofThoseRegisteredOnlyDoctorsAreOfInterest() {
    var example = example("AccountRegistered");
    assertThat(read("AccountRegistered", example)).isEmpty();
    assertThat(read("AccountRegistered", example.replace("PATIENT", "DOCTOR")))
        .contains(
            new DoctorAccount(ACCOUNT, true, false, Instant.parse("2027-02-20T18:04:11.250Z")));
  }

  @Test
  void whatIsMissingIsNotGuessed() {
    assertThatThrownBy(() -> read("AccountUpdated", "{\"accountId\": \"a\"}"))
        .isInstanceOf(RuntimeException.class);
  }

  private static String example(String type) {
    return Contract.of("account.events", type).example();
  }

  private static Optional<DoctorAccount> read(String type, String body) {
    return AccountEvents.read(new Message("m1", type + ".v1", "key", body, null));
  }
}
