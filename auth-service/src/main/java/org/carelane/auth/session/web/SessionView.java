package org.carelane.auth.session.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.carelane.auth.session.Session;
import org.jspecify.annotations.Nullable;

/**
 * Where an account is signed in.
 *
 * @param client what the client called itself at the sign-in: its User-Agent; null when it did not
 * @param current whether the request that asks belongs to it
 */
@Schema(
    example =
        """
        {"id": "018f5d20-3b7a-7e19-a0c6-4d8b2e6f1a95", "startedAt": "2027-03-01T09:00:00Z",
         "lastUsedAt": "2027-03-01T10:15:00Z", "client": "Mozilla/5.0 (X11; Linux x86_64)",
         "current": true}\
        """)
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
