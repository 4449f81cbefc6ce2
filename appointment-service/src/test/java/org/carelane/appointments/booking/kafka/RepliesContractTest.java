package org.carelane.appointments.booking.kafka;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.carelane.appointments.appointment.CancellationReason;
import org.carelane.appointments.booking.BookingProcess;
import org.carelane.appointments.booking.BookingReply;
import org.carelane.appointments.booking.BookingReply.ActionRequired;
import org.carelane.appointments.booking.BookingReply.Done;
import org.carelane.appointments.booking.BookingReply.Refused;
import org.carelane.appointments.booking.BookingReply.TimedOut;
import org.carelane.contracttesting.Contract;
import org.junit.jupiter.api.Test;

/** What other services say, read from the published examples. */
class RepliesContractTest {

  private static final String ID = "01a40096-8b6c-7d37-b875-ad2991f4970f";
  private final BookingProcess process = mock();

  @Test
  void paymentRepliesAreUnderstood() {
    payment("PaymentCaptured", new Done("TakePayment:" + ID));
    payment("PaymentRequiresAction", new ActionRequired("TakePayment:" + ID));
    payment("PaymentFailed", new Refused("TakePayment:" + ID, CancellationReason.PAYMENT_DECLINED));
    payment("PaymentRefunded", new Done("RefundPayment:" + ID));
  }

  @Test
  void aFailedRefundIsLeftToTheDeadline() {
    new PaymentReplies(process).on(example("payment.events", "RefundFailed"));
    verify(process, never()).on(any(), any());
  }

  @Test
  void notificationRepliesAreUnderstood() {
    notification("ConfirmationDelivered", new Done("SendConfirmation:" + ID));
    notification("ConfirmationUndeliverable", new TimedOut("SendConfirmation:" + ID));
  }

  private void payment(String type, BookingReply expected) {
    new PaymentReplies(process).on(example("payment.events", type));
    verify(process).on(ID, expected);
  }

  private void notification(String type, BookingReply expected) {
    new NotificationReplies(process).on(example("notification.events", type));
    verify(process).on(ID, expected);
  }

  private static ConsumerRecord<String, String> example(String topic, String type) {
    var record = new ConsumerRecord<>(topic, 0, 0, ID, Contract.of(topic, type).example());
    record.headers().add("type", type.getBytes(StandardCharsets.UTF_8));
    record.headers().add("version", "1".getBytes(StandardCharsets.UTF_8));
    record.headers().add("messageId", "m1".getBytes(StandardCharsets.UTF_8));
    return record;
  }
}
