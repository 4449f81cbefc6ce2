package org.carelane.notifications.notification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.carelane.notifications.NotificationServiceIsRunning.MAIL;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.carelane.contracttesting.Contract;
import org.carelane.notifications.NotificationServiceIsRunning;
import org.carelane.notifications.Visit;
import org.carelane.notifications.notification.NotificationState.Delivered;
import org.carelane.notifications.notification.NotificationState.Pending;
import org.carelane.notifications.notification.NotificationState.Undeliverable;
import org.carelane.notifications.notification.NotificationState.Withdrawn;
import org.carelane.testservers.RecordedMessage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** From the booking's command to the mail and the reply, against a real SMTP server. */
@NotificationServiceIsRunning
class DeliveryTest {

  private static final int ATTEMPTS = 4;

  @Autowired private Notifications notifications;
  @Autowired private NotificationProcess process;
  @Autowired private MailCalls calls;
  @Autowired private MailOutage outage;

  @Test
  void confirmationIsMailedAndReported() throws Exception {
    var visit = Visit.ofReachablePatient().withAccount();

    visit.sendConfirmation();

    var reply = visit.reply();
    assertThat(reply.type()).isEqualTo("ConfirmationDelivered");
    Contract.of("notification.events", "ConfirmationDelivered").assertValid(reply.body());
    assertThat(field(reply, "commandId")).isEqualTo(visit.confirmationCommand());
    assertThat(field(reply, "channel")).isEqualTo("EMAIL");
    var mail = onlyMail(visit);
    assertThat(mail.getSubject())
        .isEqualTo("Confirmed: your appointment with Dr. Lena Brandt on 15 March 2027");
    assertThat(mail.getMessageID())
        .isEqualTo("<confirmation." + visit.appointment() + "@carelane.example>");
    assertThat(mail.getAllRecipients())
        .containsExactly(new InternetAddress(visit.address(), "Amina Yusuf"));
    var text = (String) ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent();
    assertThat(text.lines())
        .contains(
            "Dear Amina Yusuf,",
            "  Doctor: Dr. Lena Brandt",
            "  When: Monday, 15 March 2027, 09:00 – 09:30 (Europe/Berlin, GMT+1)",
            "  Fee paid: 85.00 EUR");
    assertThat(state(visit)).isInstanceOf(Delivered.class);
  }

  /** Whoever registered it may have chosen a name to be read by its owner. */
  @Test
  void mailToAnAddressThatIsNotVerifiedHasNoName() throws Exception {
    var visit = Visit.ofReachablePatient();
    visit.accountRegistered(visit.address(), false, Instant.parse("2027-02-20T18:04:11.250Z"));
    visit.awaitAccountEventsHandled();

    visit.sendConfirmation();

    assertThat(visit.reply().type()).isEqualTo("ConfirmationDelivered");
    var mail = onlyMail(visit);
    assertThat(mail.getAllRecipients()).containsExactly(new InternetAddress(visit.address()));
    var raw = new ByteArrayOutputStream();
    mail.writeTo(raw);
    assertThat(raw.toString(UTF_8)).contains("Hello,").doesNotContain("Amina", "Yusuf");
  }

  @Test
  void mailAndReplyBelongToTheTraceOfTheCommand() {
    var visit = Visit.ofPatientAt("recovering.example").withAccount();
    var traceId = "4bf92f3577b34da6a3ce929d0e0e4736";
    visit.sendConfirmation("00-" + traceId + "-00f067aa0ba902b7-01");
    assertThat(visit.reply().headers().get("traceparent")).contains(traceId);
  }

  @Test
  void duplicateIsAnsweredAgainAndNotMailedAgain() {
    var visit = Visit.ofReachablePatient().withAccount();
    visit.sendConfirmation();
    visit.reply();

    visit.sendConfirmation();

    var replies = visit.replies(2);
    assertThat(replies).extracting(RecordedMessage::body).containsOnly(replies.getFirst().body());
    assertThat(replies).extracting(RecordedMessage::messageId).doesNotHaveDuplicates();
    assertThat(MAIL.receivedBy(visit.address())).hasSize(1);
  }

  @Test
  void duplicateBeforeTheEndWaitsForTheSameReply() {
    var visit = Visit.ofPatientAt("recovering.example").withAccount();
    visit.sendConfirmation();
    visit.sendConfirmation();
    visit.sendConfirmation();
    assertThat(visit.reply().type()).isEqualTo("ConfirmationDelivered");
    assertThat(MAIL.receivedBy(visit.address())).hasSize(1);
    assertThat(MAIL.attemptsFor(visit.address())).isEqualTo(3);
  }

  @Test
  void rejectedAddressIsUndeliverableAtOnce() {
    var visit = Visit.ofPatientAt("bounce.example").withAccount();
    visit.sendConfirmation();
    assertUndeliverable(visit.reply(), "REJECTED");
    assertThat(MAIL.attemptsFor(visit.address())).isEqualTo(1);

    visit.sendConfirmation();
    assertUndeliverable(visit.replies(2).getLast(), "REJECTED");
    assertThat(MAIL.attemptsFor(visit.address())).isEqualTo(1);
  }

  @Test
  void busyServerIsUnreachableAfterAllRetries() {
    var visit = Visit.ofPatientAt("busy.example").withAccount();
    visit.sendConfirmation();
    assertUndeliverable(visit.reply(), "UNREACHABLE");
    assertThat(MAIL.attemptsFor(visit.address())).isEqualTo(ATTEMPTS);
    assertThat(notification(visit).attempts()).hasSize(ATTEMPTS);
  }

  @Test
  void serverThatRecoversGetsTheMail() {
    var visit = Visit.ofPatientAt("recovering.example").withAccount();
    visit.sendConfirmation();
    assertThat(visit.reply().type()).isEqualTo("ConfirmationDelivered");
    assertThat(notification(visit).attempts())
        .extracting(Attempt::result)
        .containsExactly("451", "451", "accepted");
    assertThat(MAIL.receivedBy(visit.address())).hasSize(1);
  }

  @Test
  void outageOfTheServerUsesUpNoAttempt() {
    var visits =
        Stream.generate(Visit::ofReachablePatient).limit(8).map(Visit::withAccount).toList();
    visits.forEach(Visit::awaitAccountEventsHandled);
    MAIL.goAway();
    try {
      visits.forEach(Visit::sendConfirmation);
      await().until(outage::isAway);
      visits.forEach(
          visit -> await().until(() -> find(NotificationKind.CONFIRMATION, visit).isPresent()));
      assertThat(visits).allMatch(visit -> state(visit) instanceof Pending);
    } finally {
      MAIL.comeBack();
    }
    for (var visit : visits) {
      assertThat(visit.reply().type()).isEqualTo("ConfirmationDelivered");
      assertThat(notification(visit).attempts())
          .extracting(Attempt::result)
          .containsExactly("accepted");
      assertThat(MAIL.receivedBy(visit.address())).hasSize(1);
    }
  }

  @Test
  void mailThatIsGivenBackWhenAServiceStopsIsSentByAnotherAtOnce() {
    var visit = Visit.ofReachablePatient().withAccount();
    visit.awaitAccountEventsHandled();
    var claimed = notifications.save(begun(visit, Instant.now().plusSeconds(600)));

    process.follow(
        claimed, CompletableFuture.failedFuture(new RejectedExecutionException("it stops")));

    assertThat(visit.reply().type()).isEqualTo("ConfirmationDelivered");
  }

  @Test
  void patientNobodyKnowsHasNoAddress() {
    var visit = Visit.ofReachablePatient();
    visit.sendConfirmation();
    assertUndeliverable(visit.reply(), "NO_ADDRESS");
    assertThat(notification(visit).attempts()).hasSize(ATTEMPTS);
  }

  @Test
  void patientWhoIsAnnouncedLateIsReached() {
    var visit = Visit.ofReachablePatient();
    visit.sendConfirmation();
    awaitFirstAttempt(visit);
    visit.withAccount();
    assertThat(visit.reply().type()).isEqualTo("ConfirmationDelivered");
  }

  @Test
  void mailGoesToTheAddressThatIsKnownLatest() {
    var visit = Visit.ofReachablePatient();
    var registered = Instant.parse("2027-02-20T18:04:11.250Z");
    visit.accountUpdated("new-" + visit.address(), registered.plusSeconds(60));
    visit.accountUpdated("newer-" + visit.address(), registered.plusSeconds(120));
    visit.accountRegistered(visit.address(), registered);
    visit.accountUpdated("new-" + visit.address(), registered.plusSeconds(60));
    visit.awaitAccountEventsHandled();

    visit.sendConfirmation();

    assertThat(visit.reply().type()).isEqualTo("ConfirmationDelivered");
    assertThat(MAIL.receivedBy("newer-" + visit.address())).hasSize(1);
    assertThat(MAIL.receivedBy("new-" + visit.address())).isEmpty();
    assertThat(MAIL.receivedBy(visit.address())).isEmpty();
  }

  @Test
  void cancellationWithdrawsAPendingConfirmation() {
    var visit = Visit.ofReachablePatient();
    visit.sendConfirmation();
    awaitFirstAttempt(visit);
    visit.sendCancellation();
    assertUndeliverable(visit.reply(), "WITHDRAWN");
    visit.withAccount();
    assertThat(subject(onlyMail(visit))).startsWith("Cancelled: ");
  }

  @Test
  void confirmationBehindItsCancellationIsNotSent() {
    var visit = Visit.ofReachablePatient().withAccount();
    visit.sendCancellation();
    visit.sendConfirmation();
    visit.sendConfirmation();
    visit.replies(2).forEach(reply -> assertUndeliverable(reply, "WITHDRAWN"));
    assertThat(subject(onlyMail(visit))).startsWith("Cancelled: ");
    assertThat(state(visit)).isInstanceOf(Withdrawn.class);
  }

  @Test
  void cancellationOfADeliveredConfirmationIsMailedOnceAndNotAnswered() {
    var visit = Visit.ofReachablePatient().withAccount();
    visit.sendConfirmation();
    visit.reply();

    visit.sendCancellation();
    visit.sendCancellation();
    visit.sendConfirmation();

    assertThat(visit.replies(2))
        .extracting(RecordedMessage::type)
        .containsOnly("ConfirmationDelivered");
    awaitMails(visit, 2);
    assertThat(MAIL.receivedBy(visit.address()))
        .extracting(DeliveryTest::subject)
        .satisfiesExactly(
            it -> assertThat(it).startsWith("Confirmed: "),
            it -> assertThat(it).startsWith("Cancelled: "));
  }

  /** As if the process had died after withdrawing the confirmation. */
  @Test
  void cancellationThatWasCutOffIsMailedWhenItComesAgain() {
    var visit = Visit.ofReachablePatient().withAccount();
    process.withdrawConfirmation(visit.appointment(), visit.patient());

    visit.sendCancellation();

    assertThat(subject(onlyMail(visit))).startsWith("Cancelled: ");
    visit.sendConfirmation();
    assertUndeliverable(visit.reply(), "WITHDRAWN");
  }

  @Test
  void cancellationIsRetriedLikeAConfirmation() {
    var visit = Visit.ofPatientAt("busy.example").withAccount();
    visit.sendCancellation();
    await().until(() -> MAIL.attemptsFor(visit.address()), attempts -> attempts == ATTEMPTS);
    await()
        .until(
            () -> find(NotificationKind.CANCELLATION, visit).orElseThrow().state(),
            Undeliverable.class::isInstance);
  }

  @Test
  void mailOfADeadProcessIsSentWhenItsClaimHasRunOut() {
    var visit = Visit.ofReachablePatient().withAccount();
    visit.awaitAccountEventsHandled();
    notifications.save(begun(visit, Instant.now().minusMillis(1)));
    assertThat(visit.reply().type()).isEqualTo("ConfirmationDelivered");
    assertThat(MAIL.receivedBy(visit.address())).hasSize(1);
  }

  @Test
  void mailAnotherProcessHasClaimedIsLeftToIt() {
    var claimed = Visit.ofReachablePatient().withAccount();
    var free = Visit.ofReachablePatient().withAccount();
    free.awaitAccountEventsHandled();
    notifications.save(begun(claimed, Instant.now().plusSeconds(600)));
    notifications.save(begun(free, Instant.now()));
    free.reply();
    assertThat(state(claimed)).isInstanceOf(Pending.class);
    assertThat(MAIL.receivedBy(claimed.address())).isEmpty();
  }

  @Test
  void whatIsWithdrawnWhileItIsSentStaysWithdrawn() {
    var visit = Visit.ofReachablePatient();
    var beingSent = notifications.save(begun(visit, Instant.now().plusSeconds(600)));
    process.withdrawConfirmation(visit.appointment(), visit.patient());

    process.apply(beingSent, new MailAnswer.Accepted(Instant.now()));
    visit.sendConfirmation();

    assertThat(state(visit)).isInstanceOf(Withdrawn.class);
    visit.replies(2).forEach(reply -> assertUndeliverable(reply, "WITHDRAWN"));
  }

  @Test
  void whatIsWithdrawnWhileItWaitsForItsTurnIsNotSent() {
    var visit = Visit.ofReachablePatient().withAccount();
    visit.awaitAccountEventsHandled();
    var waiting = notifications.save(begun(visit, Instant.now().plusSeconds(600)));
    process.withdrawConfirmation(visit.appointment(), visit.patient());

    assertThat(calls.sendStored(waiting).join()).isEmpty();

    assertThat(state(visit)).isInstanceOf(Withdrawn.class);
    assertThat(MAIL.receivedBy(visit.address())).isEmpty();
  }

  private static Notification begun(Visit visit, Instant nextAttemptAt) {
    var command = NotificationTest.aConfirmation(visit.appointment(), visit.patient());
    return Notification.begun(
        command, null, Instant.now(), nextAttemptAt.truncatedTo(ChronoUnit.MILLIS));
  }

  private void awaitFirstAttempt(Visit visit) {
    await()
        .until(
            () ->
                find(NotificationKind.CONFIRMATION, visit)
                    .filter(it -> !it.attempts().isEmpty())
                    .isPresent());
  }

  private NotificationState state(Visit visit) {
    return notification(visit).state();
  }

  private Notification notification(Visit visit) {
    return find(NotificationKind.CONFIRMATION, visit).orElseThrow();
  }

  private Optional<Notification> find(NotificationKind kind, Visit visit) {
    return notifications.find(Notification.id(kind, visit.appointment(), visit.patient()));
  }

  private static void assertUndeliverable(RecordedMessage reply, String reason) {
    assertThat(reply.type()).isEqualTo("ConfirmationUndeliverable");
    Contract.of("notification.events", "ConfirmationUndeliverable").assertValid(reply.body());
    assertThat(field(reply, "reason")).isEqualTo(reason);
  }

  private static String field(RecordedMessage message, String name) {
    return JsonMapper.shared().readTree(message.body()).path(name).asString();
  }

  private static MimeMessage onlyMail(Visit visit) {
    var mails = awaitMails(visit, 1);
    assertThat(mails).hasSize(1);
    return mails.getFirst();
  }

  private static List<MimeMessage> awaitMails(Visit visit, int count) {
    return await().until(() -> MAIL.receivedBy(visit.address()), mails -> mails.size() >= count);
  }

  private static String subject(MimeMessage mail) {
    try {
      return mail.getSubject();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
