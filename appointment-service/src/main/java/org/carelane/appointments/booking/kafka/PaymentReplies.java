package org.carelane.appointments.booking.kafka;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.carelane.appointments.appointment.CancellationReason;
import org.carelane.appointments.booking.BookingAnswer;
import org.carelane.appointments.booking.BookingBatch;
import org.carelane.appointments.booking.BookingReply;
import org.carelane.appointments.booking.BookingReply.ActionRequired;
import org.carelane.appointments.booking.BookingReply.Done;
import org.carelane.appointments.booking.BookingReply.Refused;
import org.carelane.messaging.BatchReceiver;
import org.carelane.messaging.Message;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class PaymentReplies {

  private final BatchReceiver receiver;
  private final BookingBatch batch;

  PaymentReplies(BatchReceiver receiver, BookingBatch batch) {
    this.receiver = receiver;
    this.batch = batch;
  }

  /** The fields that all replies of payment-service have. */
  record Reply(String commandId, String appointmentId) {

    Reply {
      requireNonNull(commandId);
      requireNonNull(appointmentId);
    }
  }

  /**
   * @param reason DECLINED, EXPIRED, PROVIDER_UNAVAILABLE or WITHDRAWN
   */
  record PaymentFailed(String commandId, String appointmentId, String reason) {

    PaymentFailed {
      requireNonNull(commandId);
      requireNonNull(appointmentId);
      requireNonNull(reason);
    }

    CancellationReason meaning() {
      return reason.equals("DECLINED")
          ? CancellationReason.PAYMENT_DECLINED
          : CancellationReason.PAYMENT_TIMED_OUT;
    }
  }

  @KafkaListener(topics = "payment.events", groupId = "${spring.application.name}.payment.events")
  void on(List<ConsumerRecord<String, String>> records) {
    receiver.receive(records, PaymentReplies::answer, batch);
  }

  private static Optional<BookingAnswer> answer(Message message) {
    return switch (message.contract()) {
      case "PaymentCaptured.v1", "PaymentRefunded.v1" -> {
        var reply = message.as(Reply.class);
        yield answer(reply.appointmentId(), new Done(reply.commandId()));
      }
      case "PaymentRequiresAction.v1" -> {
        var reply = message.as(Reply.class);
        yield answer(reply.appointmentId(), new ActionRequired(reply.commandId()));
      }
      case "PaymentFailed.v1" -> {
        var reply = message.as(PaymentFailed.class);
        yield answer(reply.appointmentId(), new Refused(reply.commandId(), reply.meaning()));
      }
      default -> Optional.empty(); // RefundFailed: the refund is asked for again at its deadline
    };
  }

  private static Optional<BookingAnswer> answer(String appointmentId, BookingReply reply) {
    return Optional.of(new BookingAnswer(appointmentId, reply));
  }
}
