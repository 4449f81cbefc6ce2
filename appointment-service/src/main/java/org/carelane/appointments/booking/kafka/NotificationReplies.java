package org.carelane.appointments.booking.kafka;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.carelane.appointments.appointment.CancellationReason;
import org.carelane.appointments.booking.BookingAnswer;
import org.carelane.appointments.booking.BookingBatch;
import org.carelane.appointments.booking.BookingReply;
import org.carelane.appointments.booking.BookingReply.Done;
import org.carelane.appointments.booking.BookingReply.Refused;
import org.carelane.appointments.booking.BookingReply.TimedOut;
import org.carelane.messaging.BatchReceiver;
import org.carelane.messaging.Message;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class NotificationReplies {

  private final BatchReceiver receiver;
  private final BookingBatch batch;

  NotificationReplies(BatchReceiver receiver, BookingBatch batch) {
    this.receiver = receiver;
    this.batch = batch;
  }

  record Delivered(String commandId, String appointmentId) {

    Delivered {
      requireNonNull(commandId);
      requireNonNull(appointmentId);
    }
  }

  /**
   * @param reason NO_ADDRESS, REJECTED, UNREACHABLE or WITHDRAWN
   */
  record Undeliverable(String commandId, String appointmentId, String reason) {

    Undeliverable {
      requireNonNull(commandId);
      requireNonNull(appointmentId);
      requireNonNull(reason);
    }

    /** A mail server that did not answer may have sent the mail: a cancellation is needed, too. */
    BookingReply meaning() {
      return reason.equals("UNREACHABLE")
          ? new TimedOut(commandId)
          : new Refused(commandId, CancellationReason.CONFIRMATION_UNDELIVERABLE);
    }
  }

  @KafkaListener(
      topics = "notification.events",
      groupId = "${spring.application.name}.notification.events")
  void on(List<ConsumerRecord<String, String>> records) {
    receiver.receive(records, NotificationReplies::answer, batch);
  }

  private static Optional<BookingAnswer> answer(Message message) {
    return switch (message.contract()) {
      case "ConfirmationDelivered.v1" -> {
        var reply = message.as(Delivered.class);
        yield Optional.of(new BookingAnswer(reply.appointmentId(), new Done(reply.commandId())));
      }
      case "ConfirmationUndeliverable.v1" -> {
        var reply = message.as(Undeliverable.class);
        yield Optional.of(new BookingAnswer(reply.appointmentId(), reply.meaning()));
      }
      default -> Optional.empty();
    };
  }
}
