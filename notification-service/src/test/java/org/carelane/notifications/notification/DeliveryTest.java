package org.carelane.notifications.notification;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.carelane.notifications.NotificationServiceIsRunning.MAIL;

import jakarta.mail.internet.MimeMessage;
import java.util.List;
import org.carelane.contracttesting.Contract;
import org.carelane.notifications.NotificationServiceIsRunning;
import org.carelane.notifications.Visit;
import org.carelane.testservers.RecordedMessage;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From the booking's command to the mail and the reply, against a real SMTP server. */
@NotificationServiceIsRunning
class DeliveryTest {

  @Test
  void confirmationIsMailedAndReported() throws Exception {
    var visit = Visit.ofReachablePatient().withAccount();

    visit.sendConfirmation();

    var reply = visit.reply();
    assertThat(reply.type()).isEqualTo("ConfirmationDelivered");
    Contract.of("notification.events", "ConfirmationDelivered").assertValid(reply.body());
    assertThat(field(reply, "commandId")).isEqualTo(visit.confirmationCommand());
    assertThat(field(reply, "channel")).isEqualTo("EMAIL");
    assertThat(reply.headers()).containsKey("traceparent");
    var mail = mails(visit).getFirst();
    assertThat(mail.getSubject())
        .isEqualTo("Confirmed: your appointment with Dr. Lena Brandt on 15 March 2027");
    assertThat(mail.getMessageID())
        .isEqualTo("<confirmation." + visit.appointment() + "@carelane.example>");
  }

  private static String field(RecordedMessage message, String name) {
    return json(message).path(name).asString();
  }

  private static JsonNode json(RecordedMessage message) {
    return JsonMapper.shared().readTree(message.body());
  }

  private static List<MimeMessage> mails(Visit visit) {
    return await()
        .atMost(20, SECONDS)
        .until(() -> MAIL.receivedBy(visit.address()), mails -> !mails.isEmpty());
  }
}
