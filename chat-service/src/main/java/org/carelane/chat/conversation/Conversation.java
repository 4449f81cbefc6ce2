package org.carelane.chat.conversation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The conversation of a doctor and a patient. Begun by their first confirmed appointment and never
 * deleted: later appointments use it again, and a cancellation does not change it.
 *
 * @param id a {@link ConversationId}: one conversation per pair
 * @param parties two, in the order of the id
 * @param namedAt time of the event that had these names
 * @param activeAt when the last message was sent, or when it began
 * @param end position of the last message noted here; may be behind the stored messages, never
 *     ahead
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

  /** Whether this has newer and different names than the stored one. */
  boolean renames(Conversation stored) {
    return namedAt.isAfter(stored.namedAt) && !names().equals(stored.names());
  }

  private List<String> names() {
    return parties.stream().map(Party::name).toList();
  }

  /** Whether the message, or a later one, was noted: ids ascend with positions. */
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
