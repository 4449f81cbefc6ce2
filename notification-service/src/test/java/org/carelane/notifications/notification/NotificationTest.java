package org.carelane.notifications.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.carelane.notifications.letter.CancellationReason;
import org.carelane.notifications.letter.Letter;
import org.carelane.notifications.letter.VisitMode;
import org.carelane.notifications.notification.ConfirmationDelivered.Channel;
import org.carelane.notifications.notification.DeliveryState.Delivered;
import org.carelane.notifications.notification.DeliveryState.Pending;
import org.carelane.notifications.notification.DeliveryState.Undeliverable;
import org.carelane.notifications.notification.DeliveryState.Withdrawn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state with every input, each twice. */
class NotificationTest {

  private static final Instant NOW = Instant.parse("2027-03-01T10:15:52Z");
  private static final Instant LATER = NOW.plusSeconds(1);
  private static final Instant MUCH_LATER = NOW.plusSeconds(60);
  private static final DeliveryProperties LIMITS =
      new DeliveryProperties(
          3,
          Duration.ofSeconds(4),
          Duration.ofMinutes(1),
          Duration.ofSeconds(1),
          Duration.ofSeconds(30),
          4,
          400);
  private static final Order CONFIRM =
      new Order("SendConfirmation:a1", "a1", "p1", aConfirmation());
  private static final Order CANCEL =
      new Order(
          "SendCancellation:a1",
          "a1",
          "p1",
          new Letter.Cancellation(
              "Dr. Who", NOW, ZoneId.of("UTC"), CancellationReason.CANCELLED_BY_PATIENT));

  static Letter aConfirmation() {
    return new Letter.Confirmation(
        "Dr. Who",
        NOW,
        NOW.plusSeconds(1800),
        ZoneId.of("UTC"),
        VisitMode.VIDEO,
        8500,
        Currency.getInstance("EUR"));
  }

  private static Notification pending() {
    return Notification.ordered(CONFIRM, "trace", NOW, NOW);
  }

  private static Notification failed(Notification notification) {
    return notification.failed(UndeliverableReason.UNREACHABLE, "450", LATER, LIMITS);
  }

  static Stream<Notification> ended() {
    return Stream.of(
        pending().accepted(NOW),
        pending().rejected("550", NOW),
        failed(failed(failed(pending()))),
        pending().withdrawn(NOW),
        Notification.neverToSend("a1", "p1", NOW));
  }

  @ParameterizedTest
  @MethodSource("ended")
  void whatEndedStaysAsItIs(Notification ended) {
    List<UnaryOperator<Notification>> inputs =
        List.of(
            it -> it.claimed(LATER),
            it -> it.accepted(LATER),
            it -> it.rejected("550", LATER),
            NotificationTest::failed,
            it -> it.withdrawn(LATER));
    for (var input : inputs) {
      assertThat(input.apply(ended)).isSameAs(ended);
      assertThat(input.apply(input.apply(ended))).isSameAs(ended);
    }
  }

  @Test
  void acceptedIsDelivered() {
    var delivered = pending().accepted(LATER);
    assertThat(delivered.state()).isEqualTo(new Delivered(LATER));
    assertThat(delivered.attempts()).containsExactly(new Attempt(LATER, "accepted"));
    assertThat(delivered.accepted(MUCH_LATER)).isSameAs(delivered);
  }

  @Test
  void rejectedIsUndeliverableAtOnce() {
    var rejected = pending().rejected("550", LATER);
    assertThat(rejected.state()).isEqualTo(new Undeliverable(UndeliverableReason.REJECTED, LATER));
    assertThat(rejected.attempts()).containsExactly(new Attempt(LATER, "550"));
    assertThat(rejected.rejected("550", MUCH_LATER)).isSameAs(rejected);
  }

  @Test
  void failedIsTriedAgainLaterAndLater() {
    var once = failed(pending());
    assertThat(once.state()).isEqualTo(pendingUntil(LATER.plusSeconds(4)));
    var twice = failed(once);
    assertThat(twice.state()).isEqualTo(pendingUntil(LATER.plusSeconds(12)));
    assertThat(twice.attempts()).hasSize(2);
  }

  @Test
  void lastFailureSaysWhyItIsUndeliverable() {
    var before = failed(failed(pending()));
    assertThat(failed(before).state())
        .isEqualTo(new Undeliverable(UndeliverableReason.UNREACHABLE, LATER));
    var noAddress = before.failed(UndeliverableReason.NO_ADDRESS, "no address", LATER, LIMITS);
    assertThat(noAddress.state())
        .isEqualTo(new Undeliverable(UndeliverableReason.NO_ADDRESS, LATER));
    assertThat(noAddress.attempts()).hasSize(3);
  }

  @Test
  void succeedsAfterFailures() {
    var delivered = failed(failed(pending())).accepted(LATER);
    assertThat(delivered.state()).isEqualTo(new Delivered(LATER));
    assertThat(delivered.attempts())
        .extracting(Attempt::result)
        .containsExactly("450", "450", "accepted");
  }

  @Test
  void claimPutsOffTheNextAttemptAndIsNone() {
    var claimed = pending().claimed(MUCH_LATER);
    assertThat(claimed.state()).isEqualTo(pendingUntil(MUCH_LATER));
    assertThat(claimed.attempts()).isEmpty();
    assertThat(claimed.claimed(MUCH_LATER)).isEqualTo(claimed);
  }

  @Test
  void pendingIsWithdrawn() {
    var withdrawn = pending().withdrawn(LATER);
    assertThat(withdrawn.state()).isEqualTo(new Withdrawn(LATER));
    assertThat(withdrawn.withdrawn(MUCH_LATER)).isSameAs(withdrawn);
  }

  @Test
  void answersAreAlwaysTheSame() {
    var command = CONFIRM.commandId();
    assertThat(pending().replyTo(command)).isEmpty();
    assertThat(failed(pending()).replyTo(command)).isEmpty();
    assertThat(pending().accepted(LATER).replyTo(command))
        .contains(new ConfirmationDelivered(command, "a1", Channel.EMAIL, LATER));
    assertThat(pending().rejected("550", LATER).replyTo(command))
        .contains(undeliverable(UndeliverableReason.REJECTED));
    assertThat(failed(failed(failed(pending()))).replyTo(command))
        .contains(undeliverable(UndeliverableReason.UNREACHABLE));
    assertThat(pending().withdrawn(LATER).replyTo(command))
        .contains(undeliverable(UndeliverableReason.WITHDRAWN));
    assertThat(Notification.neverToSend("a1", "p1", LATER).replyTo(command))
        .contains(undeliverable(UndeliverableReason.WITHDRAWN));
  }

  @Test
  void cancellationIsNotAnswered() {
    var cancellation = Notification.ordered(CANCEL, null, NOW, NOW);
    assertThat(cancellation.accepted(LATER).replyTo(CANCEL.commandId())).isEmpty();
    assertThat(cancellation.rejected("550", LATER).replyTo(CANCEL.commandId())).isEmpty();
  }

  @Test
  void withdrawnBeforehandIsTheSameNotification() {
    assertThat(Notification.neverToSend("a1", "p1", NOW).id()).isEqualTo(CONFIRM.notificationId());
    assertThat(CANCEL.notificationId()).isNotEqualTo(CONFIRM.notificationId());
  }

  private static Pending pendingUntil(Instant nextAttemptAt) {
    return new Pending(CONFIRM.commandId(), CONFIRM.letter(), nextAttemptAt);
  }

  private static ConfirmationUndeliverable undeliverable(UndeliverableReason reason) {
    return new ConfirmationUndeliverable(CONFIRM.commandId(), "a1", reason, LATER);
  }
}
