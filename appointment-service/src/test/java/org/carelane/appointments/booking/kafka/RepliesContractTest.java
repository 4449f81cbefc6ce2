package org.carelane.appointments.booking.kafka;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.carelane.appointments.appointment.CancellationReason;
import org.carelane.appointments.booking.BookingAnswer;
import org.carelane.appointments.booking.BookingBatch;
import org.carelane.appointments.booking.BookingReply;
import org.carelane.appointments.booking.BookingReply.ActionRequired;
import org.carelane.appointments.booking.BookingReply.Done;
import org.carelane.appointments.booking.BookingReply.Refused;
import org.carelane.appointments.booking.BookingReply.TimedOut;
import org.carelane.contracttesting.Contract;
import org.carelane.messaging.BatchReceiver;
import org.carelane.messaging.Traces;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What other services say, read from the published examples. */
class RepliesContractTest {

  private static final String ID = "01a40096-8b6c-7d37-b875-ad2991f4970f";
  private final BookingBatch batch = mock();
  private final BatchReceiver receiver =
      new BatchReceiver(new Traces(Tracer.NOOP, Propagator.NOOP), new SimpleMeterRegistry());

  @BeforeEach
  void oneByOne() {
    when(batch.handleAll(any())).thenAnswer(call -> call.getArgument(0));
  }

  @Test
  void paymentRepliesAreUnderstood() {
    payment("PaymentCaptured", new Done("TakePayment:" + ID));
    payment("PaymentRequiresAction", new ActionRequired("TakePayment:" + ID));
    payment("PaymentFailed", new Refused("TakePayment:" + ID, CancellationReason.PAYMENT_DECLINED));
    payment("PaymentRefunded", new Done("RefundPayment:" + ID));
  }

  @Test
  void aFailedRefundIsLeftToTheDeadline() {
    new PaymentReplies(receiver, batch).on(List.of(example("payment.events", "RefundFailed")));
    verifyNoInteractions(batch);
  }

  @Test
  void notificationRepliesAreUnderstood() {
    notification("ConfirmationDelivered", new Done("SendConfirmation:" + ID));
    notification("ConfirmationUndeliverable", new TimedOut("SendConfirmation:" + ID));
  }

  private void payment(String type, BookingReply expected) {
    new PaymentReplies(receiver, batch).on(List.of(example("payment.events", type)));
    verify(batch).handle(new BookingAnswer(ID, expected));
  }

  private void notification(String type, BookingReply expected) {
    new NotificationReplies(receiver, batch).on(List.of(example("notification.events", type)));
    verify(batch).handle(new BookingAnswer(ID, expected));
  }

  private static ConsumerRecord<String, String> example(String topic, String type) {
    var record = new ConsumerRecord<>(topic, 0, 0, ID, Contract.of(topic, type).example());
    record.headers().add("type", type.getBytes(StandardCharsets.UTF_8));
    record.headers().add("version", "1".getBytes(StandardCharsets.UTF_8));
    record.headers().add("messageId", "m1".getBytes(StandardCharsets.UTF_8));
    return record;
  }
}
