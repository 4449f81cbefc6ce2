package org.carelane.notifications.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.carelane.notifications.letter.CancellationReason;
import org.carelane.notifications.letter.VisitMode;
import org.carelane.notifications.notification.MailAnswer.Accepted;
import org.carelane.notifications.notification.MailAnswer.Failed;
import org.carelane.notifications.notification.MailAnswer.Rejected;
import org.carelane.notifications.notification.NotificationCommand.SendCancellation;
import org.carelane.notifications.notification.NotificationCommand.SendConfirmation;
import org.carelane.notifications.notification.NotificationEvent.Channel;
import org.carelane.notifications.notification.NotificationEvent.ConfirmationDelivered;
import org.carelane.notifications.notification.NotificationEvent.ConfirmationUndeliverable;
import org.carelane.notifications.notification.NotificationState.Delivered;
import org.carelane.notifications.notification.NotificationState.Pending;
import org.carelane.notifications.notification.NotificationState.Undeliverable;
import org.carelane.notifications.notification.NotificationState.Withdrawn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state with every input, each twice. */
class NotificationTest {

  private static final Instant NOW = Instant.parse("2027-03-01T10:15:52Z");
  private static final Instant LATER = NOW.plusSeconds(1);
  private static final Instant MUCH_LATER = NOW.plusSeconds(60);
  static final DeliveryProperties LIMITS =
      new DeliveryProperties(
          3,
          Duration.ofSeconds(4),
          Duration.ofMinutes(1),
          Duration.ofSeconds(1),
          Duration.ofSeconds(30),
          4,
          16,
          400,
          Duration.ofMillis(500),
          Duration.ofSeconds(5));
  private static final SendConfirmation CONFIRM = aConfirmation("a1", "p1");
  private static final SendCancellation CANCEL = aCancellation("a1", "p1");

  static SendCancellation aCancellation(String appointment, String patient) {
    return new SendCancellation(
        "SendCancellation:" + appointment,
        appointment,
        patient,
        "Dr. Who",
        NOW,
        ZoneId.of("UTC"),
        CancellationReason.CANCELLED_BY_PATIENT);
  }

  static SendConfirmation aConfirmation(String appointment, String patient) {
    return new SendConfirmation(
        "SendConfirmation:" + appointment,
        appointment,
        patient,
        "Dr. Who",
        NOW,
        NOW.plusSeconds(1800),
        ZoneId.of("UTC"),
        VisitMode.VIDEO,
        8500,
        Currency.getInstance("EUR"));
  }

  private static Notification pending() {
    return Notification.begun(CONFIRM, "trace", NOW, NOW);
  }

  private static Notification failed(Notification notification) {
    return notification.on(new Failed(UndeliverableReason.UNREACHABLE, "450", LATER), LIMITS);
  }

  static Stream<Notification> ended() {
    return Stream.of(
        pending().on(new Accepted(NOW), LIMITS),
        pending().on(new Rejected("550", NOW), LIMITS),
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
            it -> it.on(new Accepted(LATER), LIMITS),
            it -> it.on(new Rejected("550", LATER), LIMITS),
            NotificationTest::failed,
            it -> it.withdrawn(LATER));
    for (var input : inputs) {
      assertThat(input.apply(ended)).isSameAs(ended);
      assertThat(input.apply(input.apply(ended))).isSameAs(ended);
    }
  }

  @Test
  void outageOfTheServerIsNoAttemptHoweverLongItLasts() {
    var pending = pending();
    for (int i = 0; i < 10; i++) {
      pending = pending.on(new MailAnswer.ServerAway("away", LATER.plusSeconds(i)), LIMITS);
    }
    assertThat(pending.attempts()).isEmpty();
    assertThat(((NotificationState.Pending) pending.state()).nextAttemptAt())
        .isEqualTo(LATER.plusSeconds(9));
  }

  @Test
  void onlyWhatIsStillClaimedIsGivenBack() {
    var claimed = pending();
    assertThat(((NotificationState.Pending) claimed.givenBack(claimed, LATER).state()))
        .extracting(NotificationState.Pending::nextAttemptAt)
        .isEqualTo(LATER);
    var byAnother = claimed.claimed(MUCH_LATER.plusSeconds(600));
    assertThat(byAnother.givenBack(claimed, LATER)).isEqualTo(byAnother);
    var withdrawn = claimed.withdrawn(NOW);
    assertThat(withdrawn.givenBack(claimed, LATER)).isEqualTo(withdrawn);
  }

  @Test
  void acceptedIsDelivered() {
    var delivered = pending().on(new Accepted(LATER), LIMITS);
    assertThat(delivered.state()).isEqualTo(new Delivered(LATER));
    assertThat(delivered.attempts()).containsExactly(new Attempt(LATER, "accepted"));
    assertThat(delivered.on(new Accepted(MUCH_LATER), LIMITS)).isSameAs(delivered);
  }

  @Test
  void rejectedIsUndeliverableAtOnce() {
    var rejected = pending().on(new Rejected("550", LATER), LIMITS);
    assertThat(rejected.state()).isEqualTo(new Undeliverable(UndeliverableReason.REJECTED, LATER));
    assertThat(rejected.attempts()).containsExactly(new Attempt(LATER, "550"));
    assertThat(rejected.on(new Rejected("550", MUCH_LATER), LIMITS)).isSameAs(rejected);
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
    var noAddress =
        before.on(new Failed(UndeliverableReason.NO_ADDRESS, "no address", LATER), LIMITS);
    assertThat(noAddress.state())
        .isEqualTo(new Undeliverable(UndeliverableReason.NO_ADDRESS, LATER));
    assertThat(noAddress.attempts()).hasSize(3);
  }

  @Test
  void succeedsAfterFailures() {
    var delivered = failed(failed(pending())).on(new Accepted(LATER), LIMITS);
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
    assertThat(replyTo(command, pending())).isEmpty();
    assertThat(replyTo(command, failed(pending()))).isEmpty();
    assertThat(replyTo(command, pending().on(new Accepted(LATER), LIMITS)))
        .contains(new ConfirmationDelivered(command, "a1", Channel.EMAIL, LATER));
    assertThat(replyTo(command, pending().on(new Rejected("550", LATER), LIMITS)))
        .contains(undeliverable(UndeliverableReason.REJECTED));
    assertThat(replyTo(command, failed(failed(failed(pending())))))
        .contains(undeliverable(UndeliverableReason.UNREACHABLE));
    assertThat(replyTo(command, pending().withdrawn(LATER)))
        .contains(undeliverable(UndeliverableReason.WITHDRAWN));
    assertThat(replyTo(command, Notification.neverToSend("a1", "p1", LATER)))
        .contains(undeliverable(UndeliverableReason.WITHDRAWN));
  }

  @Test
  void cancellationIsNotAnswered() {
    var cancellation = Notification.begun(CANCEL, null, NOW, NOW);
    assertThat(replyTo(CANCEL.commandId(), cancellation.on(new Accepted(LATER), LIMITS))).isEmpty();
    assertThat(replyTo(CANCEL.commandId(), cancellation.on(new Rejected("550", LATER), LIMITS)))
        .isEmpty();
  }

  @Test
  void commandOnlySendsWhenNothingElseIsToBeDone() {
    var confirmation = pending();
    var ended = pending().on(new Accepted(LATER), LIMITS);
    var cancellation = Notification.begun(CANCEL, null, NOW, NOW);
    assertThat(CONFIRM.onlySends(Map.of())).isTrue();
    assertThat(CONFIRM.onlySends(Map.of(ended.id(), ended))).isFalse();
    assertThat(CANCEL.onlySends(Map.of())).isFalse();
    assertThat(CANCEL.onlySends(Map.of(confirmation.id(), confirmation))).isFalse();
    assertThat(CANCEL.onlySends(Map.of(ended.id(), ended))).isTrue();
    assertThat(CANCEL.onlySends(Map.of(ended.id(), ended, cancellation.id(), cancellation)))
        .isFalse();
  }

  @Test
  void withdrawnBeforehandIsTheSameNotification() {
    assertThat(Notification.neverToSend("a1", "p1", NOW).id()).isEqualTo(CONFIRM.notificationId());
    assertThat(CANCEL.notificationId()).isNotEqualTo(CONFIRM.notificationId());
  }

  private static Optional<NotificationEvent> replyTo(String command, Notification notification) {
    return NotificationEvent.replyTo(command, notification);
  }

  private static Pending pendingUntil(Instant nextAttemptAt) {
    return new Pending(CONFIRM.commandId(), CONFIRM.letter(), nextAttemptAt);
  }

  private static ConfirmationUndeliverable undeliverable(UndeliverableReason reason) {
    return new ConfirmationUndeliverable(CONFIRM.commandId(), "a1", reason, LATER);
  }
}
