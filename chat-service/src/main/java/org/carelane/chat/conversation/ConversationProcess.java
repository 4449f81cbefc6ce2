package org.carelane.chat.conversation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.carelane.messaging.BatchHandler;
import org.carelane.messaging.Received;
import org.carelane.messaging.Traces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Gives doctor and patient a conversation as soon as they have an appointment. For further
 * appointments of the same two nothing is written, unless a name has changed.
 */
@Component
public class ConversationProcess implements BatchHandler<AppointmentConfirmed> {

  private static final Logger log = LoggerFactory.getLogger(ConversationProcess.class);

  private final Conversations conversations;
  private final Traces traces;
  private final Clock clock;

  ConversationProcess(Conversations conversations, Traces traces, Clock clock) {
    this.conversations = conversations;
    this.traces = traces;
    this.clock = clock;
  }

  @Override
  public List<Received<AppointmentConfirmed>> handleAll(
      List<Received<AppointmentConfirmed>> batch) {
    var begun = begin(batch);
    var known = conversations.find(begun.values().stream().map(Conversation::id).toList());
    var first = new LinkedHashMap<String, Received<AppointmentConfirmed>>();
    var left = new ArrayList<Received<AppointmentConfirmed>>();
    begun.forEach(
        (received, conversation) -> {
          var before = known.putIfAbsent(conversation.id(), conversation);
          if (before == null) {
            first.put(conversation.id(), received);
          } else if (conversation.renames(before)) {
            left.add(received);
          }
        });
    left.addAll(insert(first, known));
    return left;
  }

  private Map<Received<AppointmentConfirmed>, Conversation> begin(
      List<Received<AppointmentConfirmed>> batch) {
    var begun = new LinkedHashMap<Received<AppointmentConfirmed>, Conversation>();
    for (var received : batch) {
      traces
          .handling(received.message(), () -> received.content().conversation(now()))
          .ifPresent(conversation -> begun.put(received, conversation));
    }
    return begun;
  }

  /**
   * @return those whose conversation somebody else has begun meanwhile
   */
  private List<Received<AppointmentConfirmed>> insert(
      Map<String, Received<AppointmentConfirmed>> first, Map<String, Conversation> begun) {
    var conversations = first.keySet().stream().flatMap(id -> Stream.ofNullable(begun.get(id)));
    var lost = this.conversations.insert(conversations.toList());
    first.forEach(
        (id, received) -> {
          if (!lost.contains(id)) {
            note(id, received.content());
          }
        });
    return lost.stream().flatMap(id -> Stream.ofNullable(first.get(id))).toList();
  }

  @Override
  public void handle(AppointmentConfirmed event) {
    event
        .conversation(now())
        .filter(conversations::begin)
        .ifPresent(conversation -> note(conversation.id(), event));
  }

  private static void note(String id, AppointmentConfirmed event) {
    log.info("Conversation {} begun by appointment {}", id, event.appointmentId());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
