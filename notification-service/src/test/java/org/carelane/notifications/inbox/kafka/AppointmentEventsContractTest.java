package org.carelane.notifications.inbox.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.carelane.contracttesting.Contract;
import org.carelane.messaging.Message;
import org.carelane.notifications.inbox.AppointmentEvent;
import org.carelane.notifications.inbox.AppointmentEvent.AppointmentCancelled;
import org.carelane.notifications.inbox.AppointmentEvent.AppointmentConfirmed;
import org.carelane.notifications.inbox.InboxItem;
import org.junit.jupiter.api.Test;

class AppointmentEventsContractTest {

  private static final String APPOINTMENT = "01a40096-8b6c-7d37-b875-ad2991f4970f";
  private static final String PATIENT = "01a3d3ea-6672-7295-bf7a-8bd8b3f2884c";
  private static final String DOCTOR = "01a303a7-7106-72f4-be89-d6ebab1496e2";
  private static final Instant START = Instant.parse("2027-03-15T08:00:00Z");

  @Test
  void appointmentConfirmedIsUnderstood() {
    assertThat(read("AppointmentConfirmed"))
        .isEqualTo(
            new AppointmentConfirmed(
                APPOINTMENT,
                PATIENT,
                "Amina Yusuf",
                DOCTOR,
                "Dr. Lena Brandt",
                DOCTOR,
                START,
                Instant.parse("2027-03-01T10:15:52.311Z")));
  }

  @Test
  void appointmentCancelledIsUnderstood() {
    assertThat(read("AppointmentCancelled"))
        .isEqualTo(
            new AppointmentCancelled(
                APPOINTMENT,
                PATIENT,
                DOCTOR,
                "Dr. Lena Brandt",
                DOCTOR,
                START,
                AppointmentCancelled.By.PATIENT,
                Instant.parse("2027-03-02T16:40:06.102Z")));
  }

  @Test
  void aDoctorWhoGotTheAccountLaterReadsItThere() {
    var example = Contract.of("appointment.events", "AppointmentConfirmed").example();
    var later = example.replace("\"doctorAccountId\": \"" + DOCTOR, "\"doctorAccountId\": \"later");
    assertThat(recipients(later)).containsExactly(PATIENT, "later");
    var none = example.replace("\"doctorAccountId\": \"" + DOCTOR, "\"doctorAccountId\": \"");
    assertThat(recipients(none)).containsExactly(PATIENT, DOCTOR);
  }

  private static List<String> recipients(String body) {
    var message = new Message("m1", "AppointmentConfirmed.v1", "key", body, null);
    return AppointmentEvents.read(message).orElseThrow().newItems(Set.of()).stream()
        .map(InboxItem::accountId)
        .toList();
  }

  private static AppointmentEvent read(String type) {
    var example = Contract.of("appointment.events", type).example();
    return AppointmentEvents.read(new Message("m1", type + ".v1", "key", example, null))
        .orElseThrow();
  }
}
