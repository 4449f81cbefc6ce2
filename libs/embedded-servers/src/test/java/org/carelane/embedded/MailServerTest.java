package org.carelane.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailServerTest {

  @TempDir Path directory;
  private MailServer server;

  @BeforeEach
  void start() throws Exception {
    server = MailServer.onDisk(directory, 0);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void keepsAMailAsAFile() throws Exception {
    send("pat@carelane.example");

    try (var files = Files.list(directory)) {
      assertThat(files)
          .singleElement()
          .satisfies(file -> assertThat(file.toString()).endsWith(".eml"))
          .satisfies(file -> assertThat(Files.readString(file)).contains("Subject: Confirmed"));
    }
  }

  @Test
  void refusesABouncingRecipientForGood() {
    assertThatThrownBy(() -> send("pat@bounce.example"))
        .isInstanceOf(SendFailedException.class)
        .hasStackTraceContaining("550");
  }

  @Test
  void refusesABusyRecipientForNow() {
    assertThatThrownBy(() -> send("pat@busy.example"))
        .isInstanceOf(SendFailedException.class)
        .hasStackTraceContaining("450");
  }

  private void send(String recipient) throws Exception {
    var properties = new Properties();
    properties.put("mail.smtp.host", "127.0.0.1");
    properties.put("mail.smtp.port", server.port());
    var mail = new MimeMessage(Session.getInstance(properties));
    mail.setFrom("care@carelane.example");
    mail.setRecipients(RecipientType.TO, recipient);
    mail.setSubject("Confirmed");
    mail.setText("See you on Monday.");
    Transport.send(mail);
  }
}
