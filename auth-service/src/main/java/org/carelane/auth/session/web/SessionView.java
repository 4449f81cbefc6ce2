package org.carelane.auth.session.web;

import java.time.Instant;
import org.carelane.auth.session.Session;
import org.jspecify.annotations.Nullable;

/**
 * @param client what the client called itself at the sign-in: its {@code User-Agent}
 * @param current whether the request that asks belongs to it
 */
public record SessionView(
    String id, Instant startedAt, Instant lastUsedAt, @Nullable String client, boolean current) {

  /**
   * @param currentId of the session in which it is asked for
   */
  public static SessionView of(Session session, @Nullable String currentId) {
    return new SessionView(
        session.id(),
        session.startedAt(),
        session.lastUsedAt(),
        session.client(),
        session.id().equals(currentId));
  }
}
