package org.carelane.e2e;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.awaitility.Awaitility;

/** What the mail server received. */
final class Mails {

  private Mails() {}

  /** Everybody who registers gets it, sooner or later than a mail about an appointment. */
  private static final String VERIFICATION = "Verify your e-mail address for Carelane";

  /** The subjects of all mail about appointments to an address, in no order. */
  static List<String> subjectsTo(String address) {
    return to(address).stream().map(Mails::subject).filter(it -> !it.equals(VERIFICATION)).toList();
  }

  private static List<MimeMessage> to(String address) {
    try (var files = Files.list(RunningFleet.fleet().mail())) {
      return files
          .filter(file -> file.toString().endsWith(".eml"))
          .map(Mails::read)
          .filter(mail -> isTo(mail, address))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a mail, once it is there. */
  static String text(String address, String subject) {
    return Awaitility.await(subject + " to " + address)
        .until(
            () -> to(address).stream().filter(it -> subject(it).equals(subject)).findFirst(),
            Optional::isPresent)
        .map(Mails::text)
        .orElseThrow();
  }

  private static String text(MimeMessage mail) {
    try {
      return (String) ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent();
    } catch (IOException | MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  static void await(String address, String subjectPart) {
    Awaitility.await(subjectPart + " to " + address)
        .until(() -> subjectsTo(address).stream().anyMatch(it -> it.contains(subjectPart)));
  }

  private static MimeMessage read(Path file) {
    try (var content = Files.newInputStream(file)) {
      return new MimeMessage(Session.getInstance(new Properties()), content);
    } catch (IOException | MessagingException e) {
      throw new IllegalStateException(file.toString(), e);
    }
  }

  private static boolean isTo(MimeMessage mail, String address) {
    try {
      return mail.getRecipients(RecipientType.TO)[0].toString().contains(address);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String subject(MimeMessage mail) {
    try {
      return mail.getSubject();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
