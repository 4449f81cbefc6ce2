package org.carelane.chat.conversation.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.carelane.chat.conversation.AppointmentConfirmed;
import org.carelane.contracttesting.Contract;
import org.carelane.messaging.Message;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

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
                "01a303a7-7106-72f4-be89-d6ebab1496e2",
                Instant.parse("2027-03-01T10:15:52.311Z")));
  }

  @Test
  void ofAReleaseThatDidNotSayTheDoctorIsTheAccount() {
    var json = JsonMapper.shared();
    var example = Contract.of("appointment.events", "AppointmentConfirmed").example();
    var old = ((ObjectNode) json.readTree(example)).without("doctorAccountId").toString();
    Contract.of("appointment.events", "AppointmentConfirmed").assertValid(old);
    var event =
        AppointmentEvents.read(new Message("m1", "AppointmentConfirmed.v1", "key", old, null));
    assertThat(event.orElseThrow().doctorAccount()).contains(event.orElseThrow().doctorId());
  }

  @Test
  void doctorWhoHasNoneIsNobody() {
    var example = Contract.of("appointment.events", "AppointmentConfirmed").example();
    var without = ((ObjectNode) JsonMapper.shared().readTree(example)).put("doctorAccountId", "");
    Contract.of("appointment.events", "AppointmentConfirmed").assertValid(without.toString());
    var message = new Message("m1", "AppointmentConfirmed.v1", "key", without.toString(), null);
    assertThat(AppointmentEvents.read(message).orElseThrow().doctorAccount()).isEmpty();
  }
}
