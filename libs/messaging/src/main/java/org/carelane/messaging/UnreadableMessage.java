package org.carelane.messaging;

/**
 * A record that cannot be read. Retries would not help, so it is parked on {@code <topic>.dlt} at
 * once. The exception is logged, so it does not quote the record.
 */
public class UnreadableMessage extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnreadableMessage(String message) {
    super(message);
  }
}
