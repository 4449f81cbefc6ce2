package org.carelane.auth.account;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.carelane.accesstoken.Role;
import org.carelane.messaging.OutboxMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Someone who can sign in.
 *
 * @param email in the form of {@link EmailAddress}
 * @param disabled whether it can neither sign in nor stay signed in
 * @param changedAt when it was last announced to others; {@code null} if that was its registration
 */
@Document("accounts")
public record Account(
    @Id String id,
    @Indexed(unique = true) String email,
    String name,
    Set<Role> roles,
    String passwordHash,
    boolean disabled,
    Instant registeredAt,
    @Nullable Instant changedAt,
    List<OutboxMessage> outbox,
    @Version @Nullable Long version) {

  /**
   * The time of the next event. Later than that of the event before, also if another replica's
   * clock is ahead: readers take the event with the latest time for the present state.
   */
  Instant nextChange(Instant now) {
    var last = changedAt == null ? registeredAt : changedAt;
    var earliest = last.plusMillis(1);
    return now.isBefore(earliest) ? earliest : now;
  }

  Account changed(boolean disabledNow, Instant at, OutboxMessage message) {
    var messages = Stream.concat(outbox.stream(), Stream.of(message)).toList();
    return new Account(
        id, email, name, roles, passwordHash, disabledNow, registeredAt, at, messages, version);
  }

  @Override
  public String toString() {
    return "Account[" + id + "]";
  }
}
