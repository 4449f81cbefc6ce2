package org.carelane.chat.conversation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What two people have to say to each other. Begun by their first confirmed appointment, kept for
 * good: later appointments use it again, a cancelled one leaves it.
 *
 * @param id a {@link ConversationId}: the pair is the guard
 * @param parties two, in the order of the id
 * @param namedAt since when the parties are known to have these names
 * @param activeAt when the last message was sent, or when it began
 * @param end where the next message goes on; may lag behind the messages after a crash, never leads
 */
@Document("conversations")
@CompoundIndex(name = "by_activity", def = "{'parties.accountId': 1, 'activeAt': -1, '_id': -1}")
public record Conversation(
    @Id String id,
    List<Party> parties,
    Instant namedAt,
    Instant startedAt,
    Instant activeAt,
    Position end,
    @Nullable LastMessage last) {

  public static Conversation begin(Party one, Party other, Instant confirmedAt, Instant now) {
    var id = ConversationId.between(one.accountId(), other.accountId());
    var parties = one.accountId().equals(id.first()) ? List.of(one, other) : List.of(other, one);
    return new Conversation(id.toString(), parties, confirmedAt, now, now, Position.START, null);
  }

  /** Whether the parties have other names by now than in what is stored. */
  boolean renames(Conversation stored) {
    return namedAt.isAfter(stored.namedAt) && !names().equals(stored.names());
  }

  private List<String> names() {
    return parties.stream().map(Party::name).toList();
  }

  /** Whether the message, or a later one, was noted: ids ascend with the places. */
  public boolean knows(String messageId) {
    return last != null && last.id().compareTo(messageId) >= 0;
  }

  public Side sideOf(String accountId) {
    return party(Side.FIRST).accountId().equals(accountId) ? Side.FIRST : Side.SECOND;
  }

  public Party party(Side side) {
    return parties.get(side.ordinal());
  }

  public Party otherThan(String accountId) {
    return party(sideOf(accountId).other());
  }

  /** How many of the other's messages this party has not read. */
  public long unreadBy(String accountId) {
    var reader = sideOf(accountId);
    var read = party(reader).read();
    return Math.max(0, end.sentBy(reader.other()) - read.sentBy(reader.other()));
  }
}
