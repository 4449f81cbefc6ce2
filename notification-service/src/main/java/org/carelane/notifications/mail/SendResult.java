package org.carelane.notifications.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** The result of an attempt to hand a mail to the SMTP server. */
public sealed interface SendResult {

  /** The server took over the responsibility for the mail (RFC 5321, 6.1). */
  record Accepted() implements SendResult {}

  /** The server will never take this mail. */
  record Rejected(String cause) implements SendResult {}

  /** No answer about this mail, or a temporary refusal of it. */
  record Unreachable(String cause) implements SendResult {}

  /** The server takes nobody's mail at the moment: that says nothing about this one. */
  record Away(String cause) implements SendResult {}

  /**
   * @param serverIsThere whether it takes a connection now; asked when a mail had no answer: one
   *     that the server can't bear must not look like an outage for ever
   */
  static SendResult of(Exception failure, BooleanSupplier serverIsThere) {
    if (failure instanceof AddressException) {
      return new Rejected("not an address");
    }
    var cause = failure.getClass().getSimpleName();
    if (failure instanceof NotConnected) {
      return new Away(String.valueOf(failure.getMessage()));
    }
    var code = codeOf(failure);
    if (code.isPresent()) {
      return of(code.getAsInt());
    }
    return serverIsThere.getAsBoolean() ? new Unreachable(cause) : new Away(cause);
  }

  /** 421 closes the connection; 53x is about our sign-in at the server. Neither is about a mail. */
  private static SendResult of(int code) {
    var cause = Integer.toString(code);
    if (code == 421 || code / 10 == 53) {
      return new Away(cause);
    }
    return code >= 500 ? new Rejected(cause) : new Unreachable(cause);
  }

  /** The reply code of the last exception in the chain. Those before it are summaries. */
  private static OptionalInt codeOf(Exception failure) {
    var code = OptionalInt.empty();
    for (@Nullable Exception cause = failure; cause != null; cause = nextOf(cause)) {
      switch (cause) {
        case SMTPAddressFailedException e -> code = OptionalInt.of(e.getReturnCode());
        case SMTPSenderFailedException e -> code = OptionalInt.of(e.getReturnCode());
        case SMTPSendFailedException e -> code = OptionalInt.of(e.getReturnCode());
        default -> {}
      }
    }
    return code.stream().filter(it -> it > 0).findFirst(); // -1 when the connection broke
  }

  private static @Nullable Exception nextOf(Exception e) {
    return e instanceof MessagingException it ? it.getNextException() : null;
  }
}
