package org.carelane.messaging;

import org.jspecify.annotations.Nullable;

/** A record no retry can help: it goes to the dead letters at once. */
public class UnreadableMessage extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnreadableMessage(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
