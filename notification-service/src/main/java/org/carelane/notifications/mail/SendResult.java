package org.carelane.notifications.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.util.OptionalInt;
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

  /** No answer, or a temporary refusal. */
  record Unreachable(String cause) implements SendResult {}

  static SendResult of(Exception failure) {
    if (failure instanceof AddressException) {
      return new Rejected("not an address");
    }
    var code = codeOf(failure);
    if (code.isEmpty()) {
      return new Unreachable(failure.getClass().getSimpleName());
    }
    var cause = Integer.toString(code.getAsInt());
    return isAboutThisMail(code.getAsInt()) ? new Rejected(cause) : new Unreachable(cause);
  }

  /** 5xx except 53x, which is about our sign-in at the server and can be corrected. */
  private static boolean isAboutThisMail(int code) {
    return code >= 500 && code / 10 != 53;
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
    return code;
  }

  private static @Nullable Exception nextOf(Exception e) {
    return e instanceof MessagingException it ? it.getNextException() : null;
  }
}
