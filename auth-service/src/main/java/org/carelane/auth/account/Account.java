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
    List<OutboxMessage> outbox,
    @Version @Nullable Long version) {

  Account withDisabled(boolean value, OutboxMessage message) {
    var messages = Stream.concat(outbox.stream(), Stream.of(message)).toList();
    return new Account(
        id, email, name, roles, passwordHash, value, registeredAt, messages, version);
  }

  @Override
  public String toString() {
    return "Account[" + id + "]";
  }
}
