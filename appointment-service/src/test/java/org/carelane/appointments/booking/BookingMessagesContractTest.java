package org.carelane.appointments.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.carelane.appointments.appointment.CancellationReason;
import org.carelane.appointments.booking.BookingCommand.Sent;
import org.carelane.appointments.booking.BookingState.RolledBack;
import org.carelane.appointments.booking.BookingState.Running;
import org.carelane.appointments.booking.BookingState.Succeeded;
import org.carelane.appointments.booking.BookingState.Undoing;
import org.carelane.contracttesting.Contract;
import org.carelane.messaging.Messages;
import org.carelane.messaging.OutboxMessage;
import org.carelane.messaging.Traces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** Everything the saga sends, against the published schemas. */
class BookingMessagesContractTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Clock CLOCK = Clock.fixed(Samples.NOW, ZoneOffset.UTC);
  private final BookingMessages messages =
      new BookingMessages(new Messages(new Traces(Tracer.NOOP, Propagator.NOOP), CLOCK), CLOCK);

  @Test
  void actionsAreSentAsAgreed() {
    assertSent(new Running(BookingStep.TAKE_PAYMENT), "payment.commands", "TakePayment");
    assertSent(new Running(BookingStep.CONFIRM), "notification.commands", "SendConfirmation");
    assertSent(new Succeeded(), "appointment.events", "AppointmentConfirmed");
    assertThat(sent(new Running(BookingStep.BOOK_SLOT))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void compensationsAreSentAsAgreedForEveryReason(CancellationReason why) {
    assertSent(new Undoing(BookingStep.TAKE_PAYMENT, why, 1), "payment.commands", "RefundPayment");
    assertSent(
        new Undoing(BookingStep.CONFIRM, why, 2), "notification.commands", "SendCancellation");
    assertSent(new RolledBack(why), "appointment.events", "AppointmentCancelled");
  }

  private void assertSent(BookingState state, String topic, String type) {
    var sent = sent(state);
    assertThat(sent).hasSize(1);
    assertThat(sent.getFirst().topic()).isEqualTo(topic);
    assertThat(sent.getFirst().type()).isEqualTo(type);
    assertThat(sent.getFirst().key()).isEqualTo("b");
    assertAgreed(Contract.of(topic, type), sent.getFirst());
  }

  /** Valid, and with the members of the example, those a schema leaves free included. */
  private static void assertAgreed(Contract contract, OutboxMessage sent) {
    contract.assertValid(sent.body());
    assertThat(JSON.readTree(sent.body()).propertyNames())
        .containsExactlyInAnyOrderElementsOf(JSON.readTree(contract.example()).propertyNames());
  }

  private List<OutboxMessage> sent(BookingState state) {
    var fresh = Samples.aNewBooking("b");
    var appointment =
        switch (state) {
          case Running _, Succeeded _ -> fresh.appointment();
          case Undoing(_, var why, _) -> fresh.appointment().cancelling(why);
          case RolledBack(var why) -> fresh.appointment().cancelled(why);
        };
    var booking = new Booking("b", 1L, appointment, fresh.terms(), state, null, List.of(), null);
    return Stream.concat(
            booking.command().stream()
                .flatMap(it -> it instanceof Sent sent ? Stream.of(messages.of(sent)) : null),
            messages.ended(booking).stream())
        .toList();
  }
}
