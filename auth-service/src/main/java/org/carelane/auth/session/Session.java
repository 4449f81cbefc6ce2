package org.carelane.auth.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in that goes on.
 *
 * @param id as in the claim {@code sid} of its access tokens
 * @param lastUsedAt when it began, or was last refreshed
 * @param client what the client calls itself, which proves nothing
 */
public record Session(String id, Instant startedAt, Instant lastUsedAt, @Nullable String client) {

  static Session of(TokenFamily family) {
    return new Session(family.id(), family.signedInAt(), family.lastUsedAt(), family.client());
  }
}
