package org.carelane.notifications.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.carelane.documents.DocumentReader;
import org.carelane.messaging.Received;
import org.carelane.notifications.NotificationServiceIsRunning;
import org.carelane.notifications.Visit;
import org.carelane.notifications.inbox.AppointmentEvent.AppointmentCancelled;
import org.carelane.notifications.inbox.AppointmentEvent.AppointmentCancelled.By;
import org.carelane.notifications.inbox.AppointmentEvent.AppointmentConfirmed;
import org.carelane.notifications.inbox.InboxItem.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

/** Events that come together or again: what is written of them. */
@NotificationServiceIsRunning
class InboxProcessTest {

  private static final Instant NOW = Instant.parse("2027-03-01T10:15:52.311Z");

  @Autowired private MongoOperations mongo;
  @Autowired private DocumentReader reader;
  @Autowired private Clock clock;

  private final List<List<InboxItem>> writes = new ArrayList<>();
  private InboxProcess process;

  @BeforeEach
  void watchWrites() {
    var inbox =
        new Inbox(mongo, reader, clock) {
          @Override
          void add(List<InboxItem> items) {
            writes.add(items);
            super.add(items);
          }
        };
    process = new InboxProcess(inbox);
  }

  @Test
  void itemsOfABatchAreWrittenTogetherAndOnlyOnce() {
    var events = Stream.generate(Visit::ofReachablePatient).limit(3).map(this::confirmed).toList();

    assertThat(process.handleAll(events)).isEmpty();
    assertThat(process.handleAll(events)).isEmpty();
    process.handle(events.getFirst().content());

    assertThat(writes.getFirst()).hasSize(6);
    assertThat(writes.subList(1, 3)).allMatch(List::isEmpty);
  }

  @Test
  void whatIsMissingIsAddedToWhatIsThere() {
    var here = Visit.ofReachablePatient();
    var missing = Visit.ofReachablePatient();
    process.handleAll(List.of(confirmed(here)));

    process.handleAll(List.of(confirmed(here), confirmed(missing)));

    assertThat(writes.getLast())
        .extracting(InboxItem::accountId)
        .containsExactly(missing.patient(), missing.doctor());
  }

  @Test
  void eventsOfOneAppointmentCountInTheirOrder() {
    var told = Visit.ofReachablePatient();
    var neverWas = Visit.ofReachablePatient();

    process.handleAll(
        List.of(confirmed(told), cancelled(told), cancelled(neverWas), confirmed(neverWas)));

    assertThat(writes.getFirst())
        .extracting(InboxItem::kind, InboxItem::accountId)
        .containsExactly(
            tuple(Kind.APPOINTMENT_CONFIRMED, told.patient()),
            tuple(Kind.APPOINTMENT_CONFIRMED, told.doctor()),
            tuple(Kind.APPOINTMENT_CANCELLED, told.patient()),
            tuple(Kind.APPOINTMENT_CANCELLED, told.doctor()),
            tuple(Kind.APPOINTMENT_CANCELLED, neverWas.patient()));
  }

  @Test
  void whatAnotherConsumerWroteMeanwhileStaysAsItIs() {
    var visit = Visit.ofReachablePatient();
    var items = confirmed(visit).content().newItems(Set.of());
    var inbox = new Inbox(mongo, reader, clock);
    inbox.add(items.subList(0, 1));
    inbox.markAllRead(visit.patient());

    inbox.add(items);

    assertThat(inbox.countUnread(visit.patient())).isZero();
    assertThat(inbox.countUnread(visit.doctor())).isEqualTo(1);
  }

  private Received<AppointmentEvent> confirmed(Visit visit) {
    return Received.untraced(
        new AppointmentConfirmed(
            visit.appointment(),
            visit.patient(),
            "Amina",
            visit.doctor(),
            "Dr. Who",
            null,
            NOW,
            NOW));
  }

  private Received<AppointmentEvent> cancelled(Visit visit) {
    return Received.untraced(
        new AppointmentCancelled(
            visit.appointment(),
            visit.patient(),
            visit.doctor(),
            "Dr. Who",
            null,
            NOW,
            By.PATIENT,
            NOW));
  }
}
