package org.carelane.chat.conversation.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.carelane.chat.conversation.AppointmentConfirmed;
import org.carelane.contracttesting.Contract;
import org.carelane.messaging.Message;
import org.junit.jupiter.api.Test;

class AppointmentConfirmedContractTest {

  @Test
  void isUnderstood() {
    var example = Contract.of("appointment.events", "AppointmentConfirmed").example();
    var message = new Message("m1", "AppointmentConfirmed.v1", "key", example, null);
    assertThat(AppointmentEvents.read(message))
        .contains(
            new AppointmentConfirmed(
                "01a40096-8b6c-7d37-b875-ad2991f4970f",
                "01a3d3ea-6672-7295-bf7a-8bd8b3f2884c",
                "Amina Yusuf",
                "01a303a7-7106-72f4-be89-d6ebab1496e2",
                "Dr. Lena Brandt",
                Instant.parse("2027-03-01T10:15:52.311Z")));
  }
}
