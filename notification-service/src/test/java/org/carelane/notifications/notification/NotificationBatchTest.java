package org.carelane.notifications.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.carelane.notifications.NotificationServiceIsRunning.MAIL;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.carelane.documents.BulkCompareAndSet;
import org.carelane.documents.Claims;
import org.carelane.documents.DocumentReader;
import org.carelane.messaging.Received;
import org.carelane.messaging.Traces;
import org.carelane.notifications.NotificationServiceIsRunning;
import org.carelane.notifications.Visit;
import org.carelane.notifications.notification.NotificationState.Delivered;
import org.carelane.notifications.notification.NotificationState.Pending;
import org.carelane.notifications.notification.NotificationState.Withdrawn;
import org.carelane.notifications.recipient.Recipients;
import org.carelane.testservers.RecordedMessage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.mongodb.core.MongoOperations;

/** New mails are sent before they are stored: what happens in between, and when it takes long. */
@NotificationServiceIsRunning
class NotificationBatchTest {

  @Autowired private MongoOperations mongo;
  @Autowired private DocumentReader reader;
  @Autowired private BulkCompareAndSet bulk;
  @Autowired private Claims claims;
  @Autowired private Notifications notifications;
  @Autowired private NotificationMessages messages;
  @Autowired private NotificationProcess process;
  @Autowired private Recipients recipients;
  @Autowired private MailSenders senders;
  @Autowired private MailCalls calls;
  @Autowired private DeliveryProperties properties;
  @Autowired private Traces traces;

  @Test
  void batchOfNewMailsIsStoredWithOneInsertWhenTheyAreSent() {
    var visits = Stream.generate(NotificationBatchTest::reachable).limit(5).toList();
    visits.getFirst().awaitAccountEventsHandled();
    var inserts = new AtomicInteger();
    var batch =
        batchThatSavesAfter(
            begun -> {
              assertThat(begun).hasSize(5).allMatch(Notification::hasEnded);
              inserts.incrementAndGet();
            });

    assertThat(batch.handleAll(visits.stream().map(NotificationBatchTest::confirmation).toList()))
        .isEmpty();

    assertThat(inserts).hasValue(1);
    for (var visit : visits) {
      assertThat(visit.reply().type()).isEqualTo("ConfirmationDelivered");
      assertThat(stored(visit).state()).isInstanceOf(Delivered.class);
      assertThat(MAIL.receivedBy(visit.address())).hasSize(1);
    }
  }

  @Test
  void commandsOfOneAppointmentAreLeftToBeHandledInTheirOrder() {
    var visit = reachable();
    var other = reachable();
    var one = confirmation(visit);
    var two = cancellation(visit);

    var left = batchThatSavesAfter(_ -> {}).handleAll(List.of(one, confirmation(other), two));

    assertThat(left).containsExactly(one, two);
    assertThat(stored(other).state()).isInstanceOf(Delivered.class);
  }

  @Test
  void cancellationBeforeItsConfirmationHasEndedIsHandledAlone() {
    var unconfirmed = cancellation(reachable());
    var confirmed = reachable();
    confirmed.sendConfirmation();
    confirmed.reply();

    var left =
        batchThatSavesAfter(_ -> {}).handleAll(List.of(unconfirmed, cancellation(confirmed)));

    assertThat(left).containsExactly(unconfirmed);
    assertThat(MAIL.receivedBy(confirmed.address())).hasSize(2);
  }

  @Test
  void mailOfAProcessThatDiesBeforeItIsStoredIsSentAgainUnderTheSameId() {
    var visit = reachable();
    var dying =
        batchThatSavesAfter(
            _ -> {
              throw new DataAccessResourceFailureException("dies here");
            });
    assertThatThrownBy(() -> dying.handleAll(List.of(confirmation(visit))))
        .isInstanceOf(DataAccessResourceFailureException.class);
    assertThat(notifications.find(id(visit))).isEmpty();

    visit.sendConfirmation();

    assertThat(visit.reply().type()).isEqualTo("ConfirmationDelivered");
    assertThat(MAIL.receivedBy(visit.address())).hasSize(2);
    assertThat(MAIL.receivedBy(visit.address()).stream().map(NotificationBatchTest::messageId))
        .containsOnly("<confirmation." + visit.appointment() + "@carelane.example>");
  }

  @Test
  void cancellationBehindAProcessThatDiedIsTheOnlyAnswer() {
    var visit = reachable();
    var dying =
        batchThatSavesAfter(
            _ -> {
              throw new DataAccessResourceFailureException("dies here");
            });
    assertThatThrownBy(() -> dying.handleAll(List.of(confirmation(visit))));

    visit.sendCancellation();
    visit.sendConfirmation();

    assertWithdrawn(visit.reply());
    assertThat(stored(visit).state()).isInstanceOf(Withdrawn.class);
  }

  @Test
  void answerEndsWhatAnotherConsumerHasStoredMeanwhile() {
    var visit = reachable();
    var command = confirmation(visit);
    var batch = batchThatSavesAfter(_ -> notifications.save(claimedByAnother(visit)));

    assertThat(batch.handleAll(List.of(command))).containsExactly(command);
    batch.handle(command.content());

    assertThat(visit.reply().type()).isEqualTo("ConfirmationDelivered");
    assertThat(stored(visit).state()).isInstanceOf(Delivered.class);
    assertThat(MAIL.receivedBy(visit.address())).hasSize(1);
  }

  @Test
  void whatWasWithdrawnMeanwhileStaysWithdrawn() {
    var visit = reachable();
    var command = confirmation(visit);
    var batch =
        batchThatSavesAfter(
            _ ->
                notifications.save(
                    Notification.neverToSend(visit.appointment(), visit.patient(), now())));

    assertThat(batch.handleAll(List.of(command))).containsExactly(command);
    batch.handle(command.content());

    assertWithdrawn(visit.reply());
    assertThat(stored(visit).state()).isInstanceOf(Withdrawn.class);
  }

  @Test
  void twoConsumersAtOnceGiveTheSameAnswer() {
    var visit = reachable();
    var batch = batchThatSavesAfter(_ -> {});
    var command = confirmation(visit);
    var consumers =
        Stream.generate(
                () ->
                    CompletableFuture.runAsync(
                        () ->
                            batch
                                .handleAll(List.of(command))
                                .forEach(it -> batch.handle(it.content()))))
            .limit(2)
            .toList();
    consumers.forEach(CompletableFuture::join);

    var replies = visit.replies(2);
    assertThat(replies).extracting(RecordedMessage::body).containsOnly(replies.getFirst().body());
    assertThat(stored(visit).state()).isInstanceOf(Delivered.class);
  }

  @Test
  void slowServersMailIsStoredAsPendingUntilItAnswers() {
    var visit = reachable();
    MAIL.hold(visit.address());

    visit.sendConfirmation();

    await().until(() -> notifications.find(id(visit)).isPresent());
    assertThat(stored(visit).state()).isInstanceOf(Pending.class);
    MAIL.release(visit.address());
    assertThat(visit.reply().type()).isEqualTo("ConfirmationDelivered");
    assertThat(stored(visit).attempts()).hasSize(1);
    assertThat(MAIL.receivedBy(visit.address())).hasSize(1);
  }

  @Test
  void mailsWhoseTurnComesTooLateAreSentWhenTheyAreStored() {
    var slow =
        Stream.generate(NotificationBatchTest::reachable).limit(properties.senders()).toList();
    slow.forEach(it -> MAIL.hold(it.address()));
    var behind = reachable();
    var all = Stream.concat(slow.stream(), Stream.of(behind)).toList();

    batchThatSavesAfter(_ -> {})
        .handleAll(all.stream().map(NotificationBatchTest::confirmation).toList());

    assertThat(all).allMatch(it -> stored(it).state() instanceof Pending);
    assertThat(MAIL.attemptsFor(behind.address())).isZero();
    slow.forEach(it -> MAIL.release(it.address()));
    for (var visit : all) {
      assertThat(visit.reply().type()).isEqualTo("ConfirmationDelivered");
      assertThat(MAIL.receivedBy(visit.address())).hasSize(1);
    }
  }

  @Test
  void whatIsWithdrawnBeforeItsTurnComesIsNotSent() {
    var slow =
        Stream.generate(NotificationBatchTest::reachable).limit(properties.senders()).toList();
    slow.forEach(it -> MAIL.hold(it.address()));
    var behind = reachable();
    var all = Stream.concat(slow.stream(), Stream.of(behind)).toList();
    var batch = batchThatSavesAfter(_ -> {});
    batch.handleAll(all.stream().map(NotificationBatchTest::confirmation).toList());

    process.withdrawConfirmation(behind.appointment(), behind.patient());
    slow.forEach(it -> MAIL.release(it.address()));

    slow.forEach(Visit::reply);
    assertWithdrawn(behind.reply());
    await().until(() -> senders.room() == properties.waiting());
    assertThat(MAIL.receivedBy(behind.address())).isEmpty();
  }

  /** That saves after something else has happened. */
  private NotificationBatch batchThatSavesAfter(Consumer<List<Notification>> something) {
    var interrupted =
        new Notifications(mongo, reader, bulk, claims, Clock.systemUTC()) {
          @Override
          Set<String> insert(List<Notification> begun) {
            something.accept(begun);
            return super.insert(begun);
          }
        };
    return new NotificationBatch(
        process, interrupted, messages, calls, recipients, properties, traces);
  }

  private static Visit reachable() {
    return Visit.ofReachablePatient().withAccount();
  }

  private static Notification claimedByAnother(Visit visit) {
    return Notification.begun(confirmation(visit).content(), null, now(), now().plusSeconds(600));
  }

  private static Received<NotificationCommand> confirmation(Visit visit) {
    return Received.untraced(NotificationTest.aConfirmation(visit.appointment(), visit.patient()));
  }

  private static Received<NotificationCommand> cancellation(Visit visit) {
    return Received.untraced(NotificationTest.aCancellation(visit.appointment(), visit.patient()));
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  private static String id(Visit visit) {
    return Notification.id(NotificationKind.CONFIRMATION, visit.appointment(), visit.patient());
  }

  private Notification stored(Visit visit) {
    return notifications.find(id(visit)).orElseThrow();
  }

  private static void assertWithdrawn(RecordedMessage reply) {
    assertThat(reply.type()).isEqualTo("ConfirmationUndeliverable");
    assertThat(reply.body()).contains("WITHDRAWN");
  }

  private static String messageId(MimeMessage mail) {
    try {
      return mail.getMessageID();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
