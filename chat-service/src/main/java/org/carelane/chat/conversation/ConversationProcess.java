package org.carelane.chat.conversation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carelane.messaging.BatchHandler;
import org.carelane.messaging.Received;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Begins a conversation when the first appointment of doctor and patient is confirmed. For further
 * appointments nothing is written, unless a name has changed. With a doctor who has no account, and
 * so could never answer, it waits for the account.
 */
@Component
public class ConversationProcess implements BatchHandler<AppointmentConfirmed> {

  private static final Logger log = LoggerFactory.getLogger(ConversationProcess.class);

  private final Conversations conversations;
  private final LaterAccounts laterAccounts;
  private final Clock clock;

  ConversationProcess(Conversations conversations, LaterAccounts laterAccounts, Clock clock) {
    this.conversations = conversations;
    this.laterAccounts = laterAccounts;
    this.clock = clock;
  }

  private record NewConversation(
      Received<AppointmentConfirmed> received, Conversation conversation) {

    String id() {
      return conversation.id();
    }
  }

  /** Leaves events of pairs whose name changes, or whose conversation another process has begun. */
  @Override
  public List<Received<AppointmentConfirmed>> handleAll(
      List<Received<AppointmentConfirmed>> batch) {
    var now = now();
    laterAccounts.await(
        batch.stream()
            .map(Received::content)
            .filter(event -> event.doctorAccount().isEmpty())
            .map(AppointmentConfirmed::pair)
            .toList());
    var all = batch.stream().flatMap(it -> newConversation(it, now).stream()).toList();
    var known = conversations.find(all.stream().map(NewConversation::id).toList());
    var first = new ArrayList<NewConversation>();
    var oneByOne = new HashSet<String>();
    for (var it : all) {
      var before = known.putIfAbsent(it.id(), it.conversation());
      if (before == null) {
        first.add(it);
      } else if (it.conversation().renames(before)) {
        oneByOne.add(it.id());
      }
    }
    oneByOne.addAll(insert(first));
    return all.stream()
        .filter(it -> oneByOne.contains(it.id()))
        .map(NewConversation::received)
        .toList();
  }

  private static Optional<NewConversation> newConversation(
      Received<AppointmentConfirmed> received, Instant now) {
    return received.content().conversation(now).map(it -> new NewConversation(received, it));
  }

  /**
   * @return ids of conversations that another process has begun meanwhile
   */
  private Set<String> insert(List<NewConversation> first) {
    var lost = conversations.insert(first.stream().map(NewConversation::conversation).toList());
    first.stream()
        .filter(it -> !lost.contains(it.id()))
        .forEach(it -> it.received().within(() -> note(it.id(), it.received().content())));
    return lost;
  }

  @Override
  public void handle(AppointmentConfirmed event) {
    if (event.doctorAccount().isEmpty()) {
      laterAccounts.await(List.of(event.pair()));
      return;
    }
    event
        .conversation(now())
        .filter(conversations::begin)
        .ifPresent(conversation -> note(conversation.id(), event));
  }

  private static void note(String id, AppointmentConfirmed event) {
    log.info("Conversation {} begun by appointment {}", id, event.appointmentId());
  }

  private Instant now() {
    return clock.instant();
  }
}
