package org.carelane.appointments.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carelane.appointments.booking.Samples.NOW;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.carelane.appointments.appointment.AppointmentStatus;
import org.carelane.appointments.appointment.CancellationReason;
import org.carelane.appointments.appointment.StepTaken.Outcome;
import org.carelane.appointments.booking.BookingReply.ActionRequired;
import org.carelane.appointments.booking.BookingReply.Done;
import org.carelane.appointments.booking.BookingReply.Refused;
import org.carelane.appointments.booking.BookingReply.TimedOut;
import org.carelane.appointments.booking.BookingState.RolledBack;
import org.carelane.appointments.booking.BookingState.Running;
import org.carelane.appointments.booking.BookingState.Succeeded;
import org.carelane.appointments.booking.BookingState.Undoing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The saga as a pure function. */
class BookingTest {

  private static final String ID = "b";
  private static final CancellationReason WHY = CancellationReason.PAYMENT_DECLINED;

  enum Answer {
    DONE,
    REFUSED,
    TIMED_OUT,
    ACTION_REQUIRED;

    BookingReply to(String commandId) {
      return switch (this) {
        case DONE -> new Done(commandId);
        case REFUSED -> new Refused(commandId, WHY);
        case TIMED_OUT -> new TimedOut(commandId);
        case ACTION_REQUIRED -> new ActionRequired(commandId);
      };
    }
  }

  static Stream<Arguments> everyStepAndAnswer() {
    return Arrays.stream(BookingStep.values())
        .flatMap(
            step ->
                Arrays.stream(Answer.values())
                    .flatMap(
                        answer ->
                            Stream.of(
                                Arguments.of(new Running(step), answer),
                                Arguments.of(new Undoing(step, WHY, 1), answer))));
  }

  @ParameterizedTest
  @MethodSource("everyStepAndAnswer")
  void answersLeadWhereTheTableSays(BookingState state, Answer answer) {
    var booking = at(state);
    var reply = answer.to(booking.command().orElseThrow().commandId());
    var after = booking.on(reply, NOW);
    assertThat(after.state()).isEqualTo(expected(state, answer));
    assertThat(after.appointment().status()).isEqualTo(statusOf(after.state()));
  }

  /** The second delivery answers a command that is not awaited any more, or is no news. */
  @ParameterizedTest
  @MethodSource("everyStepAndAnswer")
  void theSameAnswerTwiceIsLikeOnce(BookingState state, Answer answer) {
    var booking = at(state);
    var awaited = booking.command().orElseThrow().commandId();
    var reply = answer.to(awaited);
    var once = booking.on(reply, NOW);
    var twice = once.on(reply, NOW);
    if (once.command().map(BookingCommand::commandId).filter(awaited::equals).isEmpty()) {
      assertThat(twice).isEqualTo(once);
    } else {
      assertThat(attemptsIgnored(twice)).isEqualTo(attemptsIgnored(once));
    }
  }

  @ParameterizedTest
  @MethodSource("everyStepAndAnswer")
  void answersToOtherCommandsChangeNothing(BookingState state, Answer answer) {
    var booking = at(state);
    var awaited = booking.command().orElseThrow().commandId();
    for (var command : everyCommand()) {
      if (!command.equals(awaited)) {
        assertThat(booking.on(answer.to(command), NOW)).isEqualTo(booking);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothingMovesWhatHasEnded(Answer answer) {
    for (var ended : List.of(new Succeeded(), new RolledBack(WHY))) {
      var booking = at(ended);
      for (var command : everyCommand()) {
        assertThat(booking.on(answer.to(command), NOW)).isEqualTo(booking);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void cancellingUndoesTheStepUnderWayAndAllBefore(BookingStep step) {
    var why = CancellationReason.CANCELLED_BY_PATIENT;
    var once = at(new Running(step)).cancel(why, NOW);
    assertThat(once.state()).isEqualTo(new Undoing(step, why, 1));
    assertThat(once.cancel(CancellationReason.CANCELLED_BY_ADMIN, NOW)).isEqualTo(once);
  }

  @Test
  void cancellingAConfirmedAppointmentUndoesEverything() {
    var why = CancellationReason.CANCELLED_BY_DOCTOR;
    var booking = at(new Succeeded()).cancel(why, NOW);
    List<String> issued = new ArrayList<>();
    while (booking.command().isPresent()) {
      var command = booking.command().orElseThrow().commandId();
      issued.add(command);
      booking = booking.on(new Done(command), NOW);
    }
    assertThat(issued)
        .containsExactly("SendCancellation:b", "ReleaseSlot:b", "RefundPayment:b", "ReleaseSlot:b");
    assertThat(booking.appointment().status()).isEqualTo(AppointmentStatus.CANCELLED);
    assertThat(booking.cancel(why, NOW)).isEqualTo(booking);
  }

  @Test
  void stepsTakenAreRemembered() {
    var booking = Samples.aNewBooking(ID);
    for (var answer : List.of("HoldSlot:b", "TakePayment:b", "BookSlot:b", "SendConfirmation:b")) {
      booking = booking.on(new Done(answer), NOW);
    }
    assertThat(booking.state()).isEqualTo(new Succeeded());
    assertThat(booking.appointment().steps())
        .extracting(it -> it.step() + " " + it.outcome())
        .containsExactly("HOLD_SLOT DONE", "TAKE_PAYMENT DONE", "BOOK_SLOT DONE", "CONFIRM DONE");
  }

  @Test
  void aLateCaptureIsNotTakenForTheRefund() {
    var undoing = at(new Running(BookingStep.TAKE_PAYMENT)).on(new TimedOut("TakePayment:b"), NOW);
    assertThat(undoing.on(new Done("TakePayment:b"), NOW)).isEqualTo(undoing);
    assertThat(undoing.on(new Done("RefundPayment:b"), NOW).state())
        .isEqualTo(new Undoing(BookingStep.HOLD_SLOT, CancellationReason.PAYMENT_TIMED_OUT, 1));
  }

  @Test
  void anActionIsAskedForOnce() {
    var waiting = at(new Running(BookingStep.TAKE_PAYMENT));
    var once = waiting.on(new ActionRequired("TakePayment:b"), NOW);
    assertThat(once.appointment().steps().getLast().outcome()).isEqualTo(Outcome.ACTION_REQUIRED);
    assertThat(once.on(new ActionRequired("TakePayment:b"), NOW.plusSeconds(1))).isEqualTo(once);
  }

  /** The table, written out a second time. */
  private static BookingState expected(BookingState from, Answer answer) {
    return switch (from) {
      case Running(var step) ->
          switch (answer) {
            case DONE ->
                switch (step) {
                  case HOLD_SLOT -> new Running(BookingStep.TAKE_PAYMENT);
                  case TAKE_PAYMENT -> new Running(BookingStep.BOOK_SLOT);
                  case BOOK_SLOT -> new Running(BookingStep.CONFIRM);
                  case CONFIRM -> new Succeeded();
                };
            case REFUSED ->
                switch (step) {
                  case HOLD_SLOT -> new RolledBack(WHY);
                  case TAKE_PAYMENT -> new Undoing(BookingStep.HOLD_SLOT, WHY, 1);
                  case BOOK_SLOT -> new Undoing(BookingStep.TAKE_PAYMENT, WHY, 1);
                  case CONFIRM -> new Undoing(BookingStep.BOOK_SLOT, WHY, 1);
                };
            case TIMED_OUT ->
                switch (step) {
                  case HOLD_SLOT, BOOK_SLOT -> from; // done at once: nothing is waited for
                  case TAKE_PAYMENT -> new Undoing(step, CancellationReason.PAYMENT_TIMED_OUT, 1);
                  case CONFIRM -> new Undoing(step, CancellationReason.CONFIRMATION_TIMED_OUT, 1);
                };
            case ACTION_REQUIRED -> from;
          };
      case Undoing(var step, var why, var attempts) ->
          switch (answer) {
            case DONE ->
                switch (step) {
                  case HOLD_SLOT -> new RolledBack(why);
                  case TAKE_PAYMENT -> new Undoing(BookingStep.HOLD_SLOT, why, 1);
                  case BOOK_SLOT -> new Undoing(BookingStep.TAKE_PAYMENT, why, 1);
                  case CONFIRM -> new Undoing(BookingStep.BOOK_SLOT, why, 1);
                };
            case TIMED_OUT -> new Undoing(step, why, attempts + 1);
            case REFUSED, ACTION_REQUIRED -> from;
          };
      case Succeeded _, RolledBack _ -> from;
    };
  }

  private static AppointmentStatus statusOf(BookingState state) {
    return switch (state) {
      case Running _ -> AppointmentStatus.PENDING;
      case Undoing _ -> AppointmentStatus.CANCELLING;
      case Succeeded _ -> AppointmentStatus.CONFIRMED;
      case RolledBack _ -> AppointmentStatus.CANCELLED;
    };
  }

  private static Booking at(BookingState state) {
    var fresh = Samples.aNewBooking(ID);
    var appointment =
        switch (state) {
          case Running _ -> fresh.appointment();
          case Undoing it -> fresh.appointment().cancelling(it.why());
          case Succeeded _ -> fresh.appointment().confirmed();
          case RolledBack it -> fresh.appointment().cancelled(it.why());
        };
    return new Booking(ID, 1L, appointment, fresh.terms(), state, null, List.of(), null);
  }

  private static BookingState attemptsIgnored(Booking booking) {
    return booking.state() instanceof Undoing(var step, var why, _)
        ? new Undoing(step, why, 1)
        : booking.state();
  }

  private static List<String> everyCommand() {
    var undone = at(new RolledBack(WHY));
    return Arrays.stream(BookingStep.values())
        .flatMap(step -> Stream.of(step.action(undone), step.compensation(undone)))
        .map(BookingCommand::commandId)
        .distinct()
        .toList();
  }
}
