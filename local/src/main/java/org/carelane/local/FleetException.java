package org.carelane.local;

/** An error whose message is shown to the user at the terminal. */
public final class FleetException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  FleetException(String message) {
    super(message);
  }

  FleetException(String message, Throwable cause) {
    super(message, cause);
  }
}
