package org.carelane.local;

import jakarta.mail.BodyPart;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** The mail the fleet has sent: what the embedded mail server kept, oldest first. */
record Mailbox(Path directory) {

  String list() throws IOException {
    var files = files();
    if (files.isEmpty()) {
      return "No mail yet.\n";
    }
    var text = new StringBuilder();
    for (int i = 0; i < files.size(); i++) {
      var mail = read(files.get(i));
      text.append(
          "%4d  %s  %-32s %s%n".formatted(i + 1, when(files.get(i)), to(mail), subject(mail)));
    }
    return text.toString();
  }

  String show(String number) throws IOException {
    var files = files();
    int index;
    try {
      index = Integer.parseInt(number);
    } catch (NumberFormatException e) {
      throw new FleetException("./fleet mail takes a number, not \"" + number + "\"");
    }
    if (index < 1 || index > files.size()) {
      throw new FleetException("there is no mail " + number + ", but " + files.size() + " in all");
    }
    var mail = read(files.get(index - 1));
    try {
      return "To: %s%nSubject: %s%n%n%s%n".formatted(to(mail), subject(mail), body(mail).strip());
    } catch (MessagingException e) {
      throw new IOException(e);
    }
  }

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (var files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".eml")).sorted().toList();
    }
  }

  private static MimeMessage read(Path file) throws IOException {
    try (var content = Files.newInputStream(file)) {
      return new MimeMessage(Session.getInstance(new Properties()), content);
    } catch (MessagingException e) {
      throw new IOException("not a mail: " + file, e);
    }
  }

  private static String when(Path file) {
    return file.getFileName()
        .toString()
        .replaceFirst("^(\\d{4})(\\d\\d)(\\d\\d)-(\\d\\d)(\\d\\d)(\\d\\d).*", "$1-$2-$3 $4:$5:$6Z");
  }

  private static String to(MimeMessage mail) throws IOException {
    try {
      var recipients = mail.getRecipients(RecipientType.TO);
      return recipients == null ? "" : InternetAddress.toUnicodeString(recipients);
    } catch (MessagingException e) {
      throw new IOException(e);
    }
  }

  private static String subject(MimeMessage mail) throws IOException {
    try {
      return mail.getSubject() == null ? "" : mail.getSubject();
    } catch (MessagingException e) {
      throw new IOException(e);
    }
  }

  /** The plain text where there is one. */
  private static String body(Part part) throws IOException, MessagingException {
    if (part.getContent() instanceof Multipart parts) {
      BodyPart chosen = parts.getBodyPart(0);
      for (int i = 0; i < parts.getCount(); i++) {
        if (parts.getBodyPart(i).isMimeType("text/plain")) {
          chosen = parts.getBodyPart(i);
        }
      }
      return body(chosen);
    }
    return part.getContent().toString();
  }
}
