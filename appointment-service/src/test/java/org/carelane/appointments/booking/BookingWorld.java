package org.carelane.appointments.booking;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.carelane.appointments.appointment.CancellationReason;
import org.carelane.appointments.booking.BookingReply.ActionRequired;
import org.carelane.appointments.booking.BookingReply.Done;
import org.carelane.appointments.booking.BookingReply.Refused;
import org.carelane.appointments.booking.BookingState.RolledBack;
import org.carelane.appointments.booking.BookingState.Running;
import org.carelane.appointments.booking.BookingState.Succeeded;
import org.carelane.appointments.doctor.Doctors;
import org.carelane.appointments.schedule.Slot.Claim;
import org.carelane.appointments.schedule.SlotId;
import org.carelane.appointments.schedule.Slots;
import org.carelane.documents.BulkCompareAndSet;
import org.carelane.documents.Claims;
import org.carelane.documents.DocumentReader;
import org.carelane.messaging.Messages;
import org.carelane.messaging.OutboxMessage;
import org.carelane.messaging.Received;
import org.carelane.messaging.Traces;
import org.mockito.Mockito;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Three patients want one slot, and two of them another one at the same time. The process under
 * test is the real one; database, broker, payment and notification are models that keep the
 * promises of the real ones and no others.
 */
final class BookingWorld {

  private static final List<String> BOOKINGS =
      List.of("a", "b", "c", "a at another", "b at another");
  private static final SlotId ANOTHER_SLOT =
      new SlotId("d2", Samples.SLOT.date(), Samples.SLOT.start());
  private static final MeterRegistry METERS = new SimpleMeterRegistry();
  private static final Duration HOLD = Duration.ofMinutes(2);

  /** The process dies here. What it wrote stays, what it was going to write is lost. */
  private static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private record Command(String type, String id, String bookingId) {}

  private final Random random;
  private final StringBuilder log = new StringBuilder();
  private Instant now = Samples.NOW;
  private boolean calm;
  private boolean nested;
  private int crashes;
  private int overlaps;

  private final Map<String, Booking> stored = new HashMap<>();
  private final Map<SlotId, Claim> claims = new HashMap<>();
  private final List<Command> commands = new ArrayList<>();
  private final List<BookingAnswer> answers = new ArrayList<>();
  private final Map<String, Set<String>> published = new HashMap<>();

  private final Set<String> captured = new HashSet<>();
  private final Set<String> refunded = new HashSet<>();
  private final Set<String> voided = new HashSet<>();
  private final Map<String, Boolean> delivered = new HashMap<>();
  private final Set<String> withdrawn = new HashSet<>();

  private final BookingProcess process;
  private final BookingBatch batch;

  BookingWorld(Random random) {
    this.random = random;
    var clock = new ModelClock();
    var messages = new Messages(new Traces(Tracer.NOOP, Propagator.NOOP), clock);
    var properties = Samples.PROPERTIES;
    var bookings = new ModelBookings();
    var slots = new ModelSlots(clock);
    process =
        new BookingProcess(
            bookings,
            slots,
            new BookingMessages(messages, clock),
            new BookingMetrics(METERS, bookings, properties),
            new AdmissionControl(properties, clock, METERS),
            properties,
            new PatientLimits(3, false),
            clock);
    batch = new BookingBatch(process, bookings, slots);
  }

  void somethingHappens() {
    switch (random.nextInt(10)) {
      case 0 -> request(BOOKINGS.get(random.nextInt(BOOKINGS.size())));
      case 1, 2 -> publish(random.nextInt(3) == 0);
      case 3, 4 -> carryOutACommand(random.nextInt(3) == 0);
      case 5 -> deliverAnAnswer(random.nextInt(3) == 0);
      case 6 -> deliverABatch(random.nextInt(3) == 0);
      case 7 -> timePasses(Duration.ofSeconds(random.nextInt(90)));
      case 8 -> checkDeadlines();
      default -> {
        if (random.nextInt(4) == 0) {
          cancel();
        }
      }
    }
  }

  /** No more trouble: what is under way comes through, and deadlines are kept. */
  void letEverythingEnd() {
    calm = true;
    for (int i = 0; i < 200; i++) {
      while (publish(false)) {}
      while (carryOutACommand(false)) {}
      while (deliverABatch(false)) {}
      timePasses(Duration.ofMinutes(1));
      checkDeadlines();
    }
  }

  void checkAlways() {
    var confirmed = stored.values().stream().filter(it -> it.state() instanceof Succeeded).toList();
    assertThat(confirmed.stream().map(Booking::slot))
        .as("at most one live appointment on a slot")
        .doesNotHaveDuplicates();
    var live =
        stored.values().stream()
            .filter(it -> it.state() instanceof Running || it.state() instanceof Succeeded);
    assertThat(live.map(it -> it.appointment().patient().id()))
        .as("no patient has two appointments at the same time")
        .doesNotHaveDuplicates();
    confirmed.forEach(
        it -> {
          var claim = claims.get(it.slot());
          assertThat(claim).as("a confirmed appointment has its slot").isNotNull();
          assertThat(claim.appointmentId()).isEqualTo(it.id());
          assertThat(claim.until()).isNull();
          assertThat(captured).as("a confirmed appointment is paid").contains(it.id());
          assertThat(refunded).doesNotContain(it.id());
        });
  }

  void checkAtTheEnd() {
    checkAlways();
    stored
        .values()
        .forEach(
            it -> {
              assertThat(it.command()).as("every saga ends: " + it).isEmpty();
              assertThat(it.outbox()).as("every message is published").isEmpty();
              if (it.state() instanceof Succeeded) {
                assertThat(published.get(it.id())).contains("AppointmentConfirmed");
                assertThat(delivered).containsEntry(it.id(), true);
              } else {
                assertThat(published.get(it.id())).contains("AppointmentCancelled");
                if (delivered.getOrDefault(it.id(), false)) {
                  assertThat(withdrawn).as("who was sent a confirmation is told").contains(it.id());
                }
                assertThat(captured.contains(it.id()))
                    .as("what was captured is refunded: " + it)
                    .isEqualTo(refunded.contains(it.id()));
              }
            });
    assertThat(stored.keySet()).as("no money without a booking").containsAll(captured);
    for (var claim : claims.values()) {
      if (claim.until() == null) {
        assertThat(stored.get(claim.appointmentId()).state())
            .as("a booked slot belongs to a confirmed appointment")
            .isInstanceOf(Succeeded.class);
      } else {
        assertThat(claim.until()).as("no slot stays held").isBefore(now);
      }
    }
  }

  int confirmed() {
    return (int) stored.values().stream().filter(it -> it.state() instanceof Succeeded).count();
  }

  int rolledBack() {
    return (int) stored.values().stream().filter(it -> it.state() instanceof RolledBack).count();
  }

  int overlaps() {
    return overlaps;
  }

  int crashes() {
    return crashes;
  }

  String log() {
    return log.toString();
  }

  private void request(String id) {
    survive(
        "request " + id,
        () -> {
          if (!stored.containsKey(id) || random.nextInt(4) == 0) {
            if (process.start(aNewBooking(id)) == BookingStart.OVERLAPS) {
              overlaps++;
            }
          }
        });
  }

  private Booking aNewBooking(String id) {
    var isAtAnother = id.endsWith(" at another");
    var patient = isAtAnother ? id.substring(0, 1) : id;
    return Samples.aNewBooking(
        id, patient, isAtAnother ? ANOTHER_SLOT : Samples.SLOT, now, now.plus(HOLD));
  }

  private void cancel() {
    pick(List.copyOf(stored.keySet()))
        .ifPresent(
            id ->
                survive(
                    "cancel " + id,
                    () -> process.cancel(id, CancellationReason.CANCELLED_BY_PATIENT)));
  }

  private void checkDeadlines() {
    stored.values().stream()
        .filter(it -> it.deadline() != null && !it.deadline().isAfter(now))
        .map(Booking::id)
        .toList()
        .forEach(id -> survive("deadline " + id, () -> process.checkDeadline(id)));
  }

  private void timePasses(Duration duration) {
    now = now.plus(duration);
  }

  /** Publishes an outbox; after a crash the messages stay in it and are published again. */
  private boolean publish(boolean crashBeforeRemoval) {
    var full = stored.values().stream().filter(it -> !it.outbox().isEmpty()).toList();
    var chosen = pick(full);
    chosen.ifPresent(
        booking -> {
          log.append("publish ").append(booking.id()).append('\n');
          booking.outbox().forEach(message -> send(booking, message));
          if (!crashBeforeRemoval) {
            stored.put(booking.id(), withOutbox(booking, List.of()));
          }
        });
    return chosen.isPresent();
  }

  private void send(Booking booking, OutboxMessage message) {
    published.computeIfAbsent(booking.id(), _ -> new HashSet<>()).add(message.type());
    if (message.topic().endsWith(".commands")) {
      var id = message.type() + ":" + booking.id();
      commands.add(new Command(message.type(), id, booking.id()));
    }
  }

  private boolean carryOutACommand(boolean keepADuplicate) {
    var chosen = pick(commands);
    chosen.ifPresent(
        command -> {
          log.append("carry out ").append(command.id()).append('\n');
          if (!keepADuplicate) {
            commands.remove(command);
          }
          var id = command.bookingId();
          switch (command.type()) {
            case "TakePayment" -> takePayment(id, command.id());
            case "RefundPayment" -> refund(id, command.id());
            case "SendConfirmation" -> confirm(id, command.id());
            case "SendCancellation" -> withdrawn.add(id);
            default -> throw new IllegalStateException(command.type());
          }
        });
    return chosen.isPresent();
  }

  private void takePayment(String id, String commandId) {
    if (!captured.contains(id) && !voided.contains(id)) {
      int outcome = random.nextInt(10);
      if (outcome < 2) {
        voided.add(id);
      } else if (outcome == 2 && !calm) {
        answer(id, new ActionRequired(commandId));
        return;
      } else {
        captured.add(id);
      }
    }
    answer(
        id,
        captured.contains(id)
            ? new Done(commandId)
            : new Refused(commandId, CancellationReason.PAYMENT_DECLINED));
  }

  private void refund(String id, String commandId) {
    if (!calm && random.nextInt(4) == 0) {
      answer(id, new Refused(commandId, CancellationReason.PAYMENT_TIMED_OUT));
      return;
    }
    if (captured.contains(id)) {
      refunded.add(id);
    } else {
      voided.add(id);
    }
    answer(id, new Done(commandId));
  }

  private void confirm(String id, String commandId) {
    boolean arrived =
        delivered.computeIfAbsent(id, _ -> !withdrawn.contains(id) && random.nextInt(5) > 0);
    answer(
        id,
        arrived
            ? new Done(commandId)
            : new Refused(commandId, CancellationReason.CONFIRMATION_UNDELIVERABLE));
  }

  private void answer(String id, BookingReply reply) {
    answers.add(new BookingAnswer(id, reply));
  }

  private boolean deliverAnAnswer(boolean keepADuplicate) {
    var chosen = pick(answers);
    chosen.ifPresent(
        it -> {
          boolean handled =
              survive(
                  "answer " + it,
                  () -> {
                    process.handle(it);
                  });
          if (handled && !keepADuplicate) {
            answers.remove(it);
          }
        });
    return chosen.isPresent();
  }

  /** As a listener is given them: any number, in any order, the same one twice perhaps. */
  private boolean deliverABatch(boolean keepDuplicates) {
    var polled = new ArrayList<BookingAnswer>();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      pick(answers).ifPresent(polled::add);
    }
    boolean handled =
        survive(
            "batch " + polled,
            () -> {
              batch
                  .handleAll(polled.stream().map(Received::untraced).toList())
                  .forEach(left -> batch.handle(left.content()));
            });
    if (handled && !keepDuplicates) {
      answers.removeAll(polled);
    }
    return !polled.isEmpty();
  }

  /** Repeats on conflicts as the framework does. False when the process died under it. */
  private boolean survive(String what, Runnable work) {
    log.append(what).append('\n');
    for (int i = 0; i < 50; i++) {
      try {
        work.run();
        return true;
      } catch (OptimisticLockingFailureException e) {
        log.append("  conflict\n");
      } catch (Crash e) {
        crashes++;
        log.append("  crash\n");
        return false;
      }
    }
    throw new AssertionError("conflicts without end");
  }

  private void maybeCrash() {
    if (!calm && random.nextInt(25) == 0) {
      throw new Crash();
    }
  }

  /** Another replica does something between a load and its save. */
  private void maybeInterfere() {
    if (!calm && !nested && random.nextInt(8) == 0) {
      nested = true;
      try {
        log.append("  meanwhile\n");
        somethingHappens();
      } finally {
        nested = false;
      }
    }
  }

  private <T> Optional<T> pick(List<T> from) {
    return from.isEmpty() ? Optional.empty() : Optional.of(from.get(random.nextInt(from.size())));
  }

  private static PatientsBookings.Other other(Booking it) {
    var appointment = it.appointment();
    return new PatientsBookings.Other(
        it.id(),
        appointment.startsAt(),
        appointment.endsAt(),
        appointment.requestedAt(),
        it.awaitsPayment() ? it.terms().heldUntil() : null,
        it.state() instanceof Running || it.state() instanceof Succeeded);
  }

  private static Booking withOutbox(Booking it, List<OutboxMessage> outbox) {
    return new Booking(
        it.id(),
        it.version(),
        it.appointment(),
        it.terms(),
        it.state(),
        it.deadline(),
        outbox,
        it.after());
  }

  private static Booking withVersion(Booking it, long version) {
    return new Booking(
        it.id(),
        version,
        it.appointment(),
        it.terms(),
        it.state(),
        it.deadline(),
        it.outbox(),
        it.after());
  }

  private final class ModelBookings extends Bookings {

    ModelBookings() {
      super(
          Mockito.mock(MongoOperations.class, Mockito.withSettings().stubOnly()),
          Mockito.mock(DocumentReader.class, Mockito.withSettings().stubOnly()),
          Mockito.mock(BulkCompareAndSet.class, Mockito.withSettings().stubOnly()),
          Mockito.mock(Claims.class, Mockito.withSettings().stubOnly()),
          Clock.systemUTC());
    }

    @Override
    public Optional<Booking> find(String id) {
      var found = Optional.ofNullable(stored.get(id));
      maybeInterfere();
      return found;
    }

    @Override
    PatientsBookings ofPatient(String patientId, Instant start, Instant end) {
      var theirs =
          stored.values().stream()
              .filter(it -> it.appointment().patient().id().equals(patientId))
              .sorted(comparing((Booking it) -> it.appointment().requestedAt()).reversed())
              .map(BookingWorld::other)
              .toList();
      maybeInterfere();
      return new PatientsBookings(patientId, theirs);
    }

    @Override
    List<Booking> find(Collection<String> ids) {
      return ids.stream().flatMap(id -> find(id).stream()).toList();
    }

    @Override
    List<Booking> save(List<Booking> changed) {
      return changed.stream().filter(this::isSavedByAnother).toList();
    }

    private boolean isSavedByAnother(Booking booking) {
      try {
        save(booking);
        return false;
      } catch (OptimisticLockingFailureException e) {
        return true;
      }
    }

    @Override
    void insert(Booking booking) {
      maybeCrash();
      if (stored.values().stream().anyMatch(it -> it.after().equals(booking.after()))
          || stored.putIfAbsent(booking.id(), withVersion(booking, 0)) != null) {
        throw new DuplicateKeyException(booking.id());
      }
      maybeCrash();
    }

    @Override
    Booking save(Booking booking) {
      maybeCrash();
      var current = stored.get(booking.id());
      if (!current.version().equals(booking.version())) {
        throw new OptimisticLockingFailureException(booking.id());
      }
      var saved = withVersion(booking, booking.version() + 1);
      stored.put(booking.id(), saved);
      maybeCrash();
      maybeInterfere();
      return saved;
    }
  }

  private final class ModelSlots extends Slots {

    private final Clock clock;

    ModelSlots(Clock clock) {
      super(
          Mockito.mock(MongoOperations.class, Mockito.withSettings().stubOnly()),
          Mockito.mock(DocumentReader.class, Mockito.withSettings().stubOnly()),
          Mockito.mock(Doctors.class, Mockito.withSettings().stubOnly()),
          clock);
      this.clock = clock;
    }

    @Override
    public boolean hold(SlotId id, String appointmentId, Instant until) {
      maybeInterfere();
      var claim = claims.get(id);
      boolean open =
          claim == null
              || (claim.until() != null
                  && (claim.until().isBefore(clock.instant())
                      || claim.appointmentId().equals(appointmentId)));
      if (open) {
        claims.put(id, new Claim(appointmentId, until));
      }
      maybeCrash();
      maybeInterfere();
      return open;
    }

    @Override
    public boolean book(SlotId id, String appointmentId) {
      maybeInterfere();
      var claim = claims.get(id);
      boolean own = claim != null && claim.appointmentId().equals(appointmentId);
      if (own) {
        claims.put(id, new Claim(appointmentId, null));
      }
      maybeCrash();
      return own;
    }

    @Override
    public boolean bookAll(Map<String, SlotId> slots) {
      return slots.entrySet().stream()
          .map(it -> book(it.getValue(), it.getKey()))
          .reduce(true, Boolean::logicalAnd);
    }

    @Override
    public void release(SlotId id, String appointmentId) {
      maybeInterfere();
      var claim = claims.get(id);
      if (claim != null && claim.appointmentId().equals(appointmentId)) {
        claims.remove(id);
      }
      maybeCrash();
    }
  }

  private final class ModelClock extends Clock {

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
