package org.carelane.notifications.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An item in an account's inbox. The id is made of kind, appointment and account, so there is only
 * one of each.
 *
 * @param startsAt when the appointment starts: shown by clients in their reader's zone
 * @param createdAt when the event happened
 * @param addedAt when it came into the inbox; {@code null} from a release that did not note it
 */
@Document(InboxItem.COLLECTION)
@CompoundIndex(name = "added", def = "{'accountId': 1, 'addedAt': 1, '_id': 1}")
@CompoundIndex(name = "newest", def = "{'accountId': 1, 'createdAt': -1, '_id': -1}")
@CompoundIndex(
    name = "newest_unread",
    def = "{'accountId': 1, 'readAt': 1, 'createdAt': -1, '_id': -1}")
public record InboxItem(
    @Id String id,
    String accountId,
    Kind kind,
    String title,
    String text,
    String appointmentId,
    Instant startsAt,
    Instant createdAt,
    @Nullable Instant readAt,
    @Nullable Instant addedAt) {

  static final String COLLECTION = "inbox";

  public enum Kind {
    APPOINTMENT_CONFIRMED("Appointment confirmed"),
    APPOINTMENT_CANCELLED("Appointment cancelled");

    private final String title;

    Kind(String title) {
      this.title = title;
    }
  }

  static InboxItem unread(
      Kind kind,
      String accountId,
      String text,
      String appointmentId,
      Instant startsAt,
      Instant createdAt) {
    return new InboxItem(
        id(kind, appointmentId, accountId),
        accountId,
        kind,
        kind.title,
        text,
        appointmentId,
        startsAt,
        createdAt,
        null,
        null);
  }

  /** When it came into the inbox, as far as that is known. */
  public Instant added() {
    return addedAt == null ? createdAt : addedAt;
  }

  InboxItem addedAt(Instant now) {
    return new InboxItem(
        id, accountId, kind, title, text, appointmentId, startsAt, createdAt, readAt, now);
  }

  static String id(Kind kind, String appointmentId, String accountId) {
    var name = "%s:%s:%s".formatted(kind, appointmentId, accountId);
    return UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString();
  }
}
