package org.carelane.chat.conversation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Gives two people a conversation as soon as they have an appointment. */
@Component
public class Acquaintance {

  private static final Logger log = LoggerFactory.getLogger(Acquaintance.class);

  private final Conversations conversations;
  private final Clock clock;

  Acquaintance(Conversations conversations, Clock clock) {
    this.conversations = conversations;
    this.clock = clock;
  }

  /** Any number of times; a doctor who is the own patient has nobody to talk to. */
  public void of(String appointmentId, Person doctor, Person patient, Instant confirmedAt) {
    if (doctor.accountId().equals(patient.accountId())) {
      return;
    }
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var conversation = Conversation.begin(doctor.joining(), patient.joining(), confirmedAt, now);
    if (conversations.begin(conversation)) {
      log.info("Conversation {} begun by appointment {}", conversation.id(), appointmentId);
    }
  }

  public record Person(String accountId, String name) {
    Party joining() {
      return Party.of(accountId, name);
    }
  }
}
