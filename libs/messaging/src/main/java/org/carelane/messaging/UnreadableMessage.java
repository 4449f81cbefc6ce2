package org.carelane.messaging;

/**
 * A record no retry can help: it goes to the dead letters at once. Its content is not quoted, since
 * this is logged; it is on {@code <topic>.dlt}.
 */
public class UnreadableMessage extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnreadableMessage(String message) {
    super(message);
  }
}
