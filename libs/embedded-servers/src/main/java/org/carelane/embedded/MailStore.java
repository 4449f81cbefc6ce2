package org.carelane.embedded;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Accepts or refuses recipients, and stores each mail in a file named by the time it came. */
final class MailStore extends SmtpManager {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

  private final Path directory;

  MailStore(Managers managers, Path directory) {
    super(managers.getImapHostManager(), managers.getUserManager());
    this.directory = directory;
  }

  @Override
  public @Nullable String checkRecipient(SmtpState state, MailAddress recipient) {
    var address = recipient.getEmail().toLowerCase(Locale.ROOT);
    if (address.endsWith("@bounce.example")) {
      return "550 5.1.1 No such mailbox";
    }
    if (address.endsWith("@busy.example")) {
      return "450 4.2.1 Mailbox is busy, try again later";
    }
    return null;
  }

  /** The mail is accepted once its file is complete; readers never see half of one. */
  @Override
  public void send(SmtpState state) {
    var name = STAMP.format(Instant.now()) + "-" + UUID.randomUUID().toString().substring(0, 8);
    var unfinished = directory.resolve(name + ".part");
    try {
      try (var file = Files.newOutputStream(unfinished)) {
        state.getMessage().getMessage().writeTo(file);
      }
      Files.move(unfinished, directory.resolve(name + ".eml"), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MessagingException e) {
      throw new IllegalArgumentException("not a mail", e);
    }
  }
}
