package org.carelane.chat.conversation.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.carelane.chat.conversation.DoctorAccountSet;
import org.carelane.contracttesting.Contract;
import org.carelane.messaging.Message;
import org.junit.jupiter.api.Test;

class DoctorAccountSetContractTest {

  @Test
  void isUnderstood() {
    var example = Contract.of("doctor.events", "DoctorAccountSet").example();
    var message = new Message("m1", "DoctorAccountSet.v1", "key", example, null);
    assertThat(DoctorEvents.read(message))
        .contains(
            new DoctorAccountSet(
                "01a2c8f0-5b1e-7c43-9d2a-4e6f8a0b1c2d", "01a41b3e-90d4-7a6f-8c15-2b7d9e3f5a61"));
  }
}
