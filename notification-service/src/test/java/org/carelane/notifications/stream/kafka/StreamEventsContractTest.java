package org.carelane.notifications.stream.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.carelane.contracttesting.Contract;
import org.carelane.messaging.Message;
import org.carelane.notifications.stream.kafka.FanOut.Heard;
import org.junit.jupiter.api.Test;

class StreamEventsContractTest {

  private static final String ACCOUNT = "01a3d3ea-6672-7295-bf7a-8bd8b3f2884c";

  @Test
  void endedSessionIsUnderstood() {
    assertThat(read("session.events", "SessionEnded"))
        .isEqualTo(new Heard.SessionEnded("q3VbXk0aTtmE9rWJm2cZ5A", ACCOUNT));
  }

  @Test
  void updatedAccountIsUnderstood() {
    assertThat(read("account.events", "AccountUpdated"))
        .isEqualTo(new Heard.AccountUpdated(ACCOUNT, false));
  }

  @Test
  void eventsOfAppointmentsAreUnderstood() {
    for (var type : new String[] {"AppointmentConfirmed", "AppointmentCancelled"}) {
      assertThat(read("appointment.events", type)).isInstanceOf(Heard.Appointment.class);
    }
  }

  private static Heard read(String topic, String type) {
    var example = Contract.of(topic, type).example();
    return FanOut.read(new Message("m1", type + ".v1", "key", example, null)).orElseThrow();
  }
}
