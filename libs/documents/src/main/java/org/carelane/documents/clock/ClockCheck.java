package org.carelane.documents.clock;

import com.mongodb.MongoException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/**
 * Refuses requests while this process's clock is far from the database's, by which all replicas
 * agree. Deadlines, leases and the lifetimes of tokens are compared with times that other replicas
 * wrote. {@code carelane.clock.offset} is how far it is ahead; no number before the first look.
 */
class ClockCheck implements SchedulingConfigurer {

  private static final Logger log = LoggerFactory.getLogger(ClockCheck.class);
  private static final Document HELLO = new Document("hello", 1);

  private final MongoOperations mongo;
  private final Clock clock;
  private final ClockProperties limits;
  private final ApplicationAvailability availability;
  private final ApplicationEventPublisher events;
  private volatile @Nullable Duration ahead;
  private volatile boolean agrees = true;

  ClockCheck(
      MongoOperations mongo,
      Clock clock,
      ClockProperties limits,
      ApplicationAvailability availability,
      ApplicationEventPublisher events,
      MeterRegistry meters) {
    this.mongo = mongo;
    this.clock = clock;
    this.limits = limits;
    this.availability = availability;
    this.events = events;
    TimeGauge.builder("carelane.clock.offset", this, TimeUnit.MILLISECONDS, ClockCheck::offset)
        .description("How far this process's clock is ahead of the database's")
        .register(meters);
  }

  @Override
  public void configureTasks(ScheduledTaskRegistrar tasks) {
    tasks.addFixedDelayTask(this::look, limits.checkEvery());
  }

  /** A process that starts with a wrong clock is said to be ready after it was looked at. */
  @EventListener
  void on(AvailabilityChangeEvent<ReadinessState> readiness) {
    boolean accepting = readiness.getState() == ReadinessState.ACCEPTING_TRAFFIC;
    if (accepting && readiness.getSource() != this) {
      Thread.startVirtualThread(this::look);
    }
  }

  synchronized void look() {
    try {
      var reading = read();
      if (reading.isPrecise(limits)) {
        note(reading);
      }
    } catch (DataAccessException | MongoException e) {
      log.debug("The clock is not compared now: {}", e.toString());
    }
  }

  private ClockReading read() {
    var from = System.nanoTime();
    var asked = clock.instant();
    var answer = Objects.requireNonNull(mongo.executeCommand(HELLO).getDate("localTime"));
    var took = Duration.ofNanos(System.nanoTime() - from);
    return new ClockReading(asked, answer.toInstant(), took);
  }

  private void note(ClockReading reading) {
    ahead = reading.ahead();
    boolean agreed = agrees;
    agrees = reading.agrees(limits);
    if (agrees != agreed) {
      log.warn(
          agrees
              ? "The clock agrees with the database's again: {} ms ahead"
              : "Not ready: the clock is {} ms ahead of the database's",
          reading.ahead().toMillis());
    }
    if (!agrees && isReady()) {
      AvailabilityChangeEvent.publish(events, this, ReadinessState.REFUSING_TRAFFIC);
    } else if (agrees && isRefusedByThis()) {
      AvailabilityChangeEvent.publish(events, this, ReadinessState.ACCEPTING_TRAFFIC);
    }
  }

  private boolean isReady() {
    return availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC;
  }

  /** Not one that is going to stop, which refuses for good. */
  private boolean isRefusedByThis() {
    var last = availability.getLastChangeEvent(ReadinessState.class);
    return !isReady() && last != null && last.getSource() == this;
  }

  private double offset() {
    var known = ahead;
    return known == null ? Double.NaN : known.toMillis();
  }
}
