package org.carelane.notifications.notification.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import org.carelane.contracttesting.Contract;
import org.carelane.messaging.Message;
import org.carelane.messaging.UnreadableMessage;
import org.carelane.notifications.letter.CancellationReason;
import org.carelane.notifications.letter.Letter;
import org.carelane.notifications.letter.VisitMode;
import org.carelane.notifications.notification.NotificationCommand;
import org.carelane.notifications.notification.NotificationCommand.SendCancellation;
import org.carelane.notifications.notification.NotificationCommand.SendConfirmation;
import org.junit.jupiter.api.Test;

class CommandsContractTest {

  private static final String APPOINTMENT = "01a40096-8b6c-7d37-b875-ad2991f4970f";
  private static final String PATIENT = "01a3d3ea-6672-7295-bf7a-8bd8b3f2884c";
  private static final Instant START = Instant.parse("2027-03-15T08:00:00Z");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void sendConfirmationIsUnderstood() {
    var command = read("SendConfirmation", example("SendConfirmation"));
    assertThat(command).isInstanceOf(SendConfirmation.class);
    assertThat(command.commandId()).isEqualTo("SendConfirmation:" + APPOINTMENT);
    assertThat(command.appointmentId()).isEqualTo(APPOINTMENT);
    assertThat(command.patientId()).isEqualTo(PATIENT);
    assertThat(command.letter())
        .isEqualTo(
            new Letter.Confirmation(
                "Dr. Lena Brandt",
                START,
                START.plusSeconds(1800),
                BERLIN,
                VisitMode.VIDEO,
                8500,
                Currency.getInstance("EUR")));
  }

  @Test
  void sendCancellationIsUnderstood() {
    var command = read("SendCancellation", example("SendCancellation"));
    assertThat(command).isInstanceOf(SendCancellation.class);
    assertThat(command.commandId()).isEqualTo("SendCancellation:" + APPOINTMENT);
    assertThat(command.appointmentId()).isEqualTo(APPOINTMENT);
    assertThat(command.patientId()).isEqualTo(PATIENT);
    assertThat(command.letter())
        .isEqualTo(
            new Letter.Cancellation(
                "Dr. Lena Brandt", START, BERLIN, CancellationReason.CANCELLED_BY_PATIENT));
  }

  @Test
  void unknownZonesAndCurrenciesAreUnreadable() {
    for (var wrong : new String[] {"Europe/Atlantis", "ZZ9"}) {
      var json =
          example("SendConfirmation").replace(wrong.length() == 3 ? "EUR" : "Europe/Berlin", wrong);
      assertThatThrownBy(() -> read("SendConfirmation", json))
          .isInstanceOf(UnreadableMessage.class);
    }
  }

  private static String example(String type) {
    return Contract.of("notification.commands", type).example();
  }

  private static NotificationCommand read(String type, String json) {
    return NotificationCommands.read(new Message("m1", type + ".v1", "key", json, null))
        .orElseThrow();
  }
}
