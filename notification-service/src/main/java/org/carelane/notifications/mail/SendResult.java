package org.carelane.notifications.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.util.OptionalInt;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** How an attempt to hand a mail to the SMTP server ended. */
public sealed interface SendResult {

  /** The server took over the responsibility for the mail (RFC 5321, 6.1). */
  record Accepted() implements SendResult {}

  /** The server will never take this mail. */
  record Rejected(String cause) implements SendResult {}

  /** No answer, or not now. */
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

  /** 5xx, but for 53x: that is about how we sign in, which someone will put right. */
  private static boolean isAboutThisMail(int code) {
    return code >= 500 && code / 10 != 53;
  }

  /** The last of the chain: before it come summaries of what happened to each address. */
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
