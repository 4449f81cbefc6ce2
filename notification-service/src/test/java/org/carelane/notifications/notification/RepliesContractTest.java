package org.carelane.notifications.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.carelane.contracttesting.Contract;
import org.carelane.notifications.notification.NotificationEvent.Channel;
import org.carelane.notifications.notification.NotificationEvent.ConfirmationDelivered;
import org.carelane.notifications.notification.NotificationEvent.ConfirmationUndeliverable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

class RepliesContractTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String APPOINTMENT = "01a40096-8b6c-7d37-b875-ad2991f4970f";

  @Test
  void deliveredIsWhatWasPromised() {
    var contract = Contract.of("notification.events", "ConfirmationDelivered");
    var reply =
        new ConfirmationDelivered(
            "SendConfirmation:" + APPOINTMENT,
            APPOINTMENT,
            Channel.EMAIL,
            Instant.parse("2027-03-01T10:15:53.215Z"));
    var json = JSON.writeValueAsString(reply);
    contract.assertValid(json);
    assertThat(JSON.readTree(json)).isEqualTo(JSON.readTree(contract.example()));
  }

  @ParameterizedTest
  @EnumSource
  void undeliverableIsWhatWasPromised(UndeliverableReason reason) {
    var contract = Contract.of("notification.events", "ConfirmationUndeliverable");
    var reply =
        new ConfirmationUndeliverable(
            "SendConfirmation:" + APPOINTMENT,
            APPOINTMENT,
            reason,
            Instant.parse("2027-03-01T10:17:12.550Z"));
    var json = JSON.writeValueAsString(reply);
    contract.assertValid(json);
    if (reason == UndeliverableReason.UNREACHABLE) {
      assertThat(JSON.readTree(json)).isEqualTo(JSON.readTree(contract.example()));
    }
  }
}
