package org.carelane.notifications.notification;

import java.time.Instant;
import org.carelane.notifications.mail.SendResult;

/** The result of an attempt to send a mail. */
sealed interface MailAnswer {

  Instant at();

  /** The text for {@link Attempt}. */
  String result();

  /** The server has taken the mail over. */
  record Accepted(Instant at) implements MailAnswer {

    @Override
    public String result() {
      return "accepted";
    }
  }

  /** A permanent failure. */
  record Rejected(String result, Instant at) implements MailAnswer {}

  /**
   * A failure that may be temporary.
   *
   * @param reason why the mail is undeliverable if this was the last attempt
   */
  record Failed(UndeliverableReason reason, String result, Instant at) implements MailAnswer {}

  /** Nothing is known about this mail, and nothing was tried: the server takes nobody's. */
  record ServerAway(String result, Instant at) implements MailAnswer {}

  static MailAnswer of(SendResult result, Instant at) {
    return switch (result) {
      case SendResult.Accepted _ -> new Accepted(at);
      case SendResult.Rejected(var cause) -> new Rejected(cause, at);
      case SendResult.Unreachable(var cause) ->
          new Failed(UndeliverableReason.UNREACHABLE, cause, at);
      case SendResult.Away(var cause) -> new ServerAway(cause, at);
    };
  }

  /** Temporary: the event with the account's address may come later. */
  static MailAnswer noAddress(Instant at) {
    return new Failed(UndeliverableReason.NO_ADDRESS, "no address", at);
  }
}
