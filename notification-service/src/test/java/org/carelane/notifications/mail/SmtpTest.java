package org.carelane.notifications.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.carelane.notifications.MailServer;
import org.carelane.notifications.mail.SendResult.Accepted;
import org.carelane.notifications.mail.SendResult.Away;
import org.carelane.notifications.mail.SendResult.Rejected;
import org.carelane.notifications.mail.SendResult.Unreachable;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class SmtpTest {

  private static final Duration PATIENT = Duration.ofSeconds(10);

  private final MailServer server = MailServer.start();
  private Smtp smtp;

  @BeforeEach
  void connect() throws Exception {
    smtp = smtp(server.port(), PATIENT);
  }

  @AfterEach
  void stop() {
    smtp.close();
    server.close();
  }

  @Test
  void acceptedMailHasBothForms() throws Exception {
    assertThat(smtp.send(mailTo("a@example.com"))).isEqualTo(new Accepted());
    var mail = only("a@example.com");
    assertThat(mail.getFrom()).containsExactly(new InternetAddress("care@carelane.example"));
    assertThat(mail.getMessageID()).isEqualTo("<confirmation.a1@carelane.example>");
    assertThat(mail.getSubject()).isEqualTo("Bestätigt: Dr. Jürgen Weiß");
    var forms = (MimeMultipart) mail.getContent();
    assertThat(forms.getContentType()).startsWith("multipart/alternative");
    assertThat(forms.getCount()).isEqualTo(2);
    assertThat(forms.getBodyPart(0).getContentType()).startsWith("text/plain");
    assertThat(forms.getBodyPart(0).getContent()).isEqualTo("Grüße");
    assertThat(forms.getBodyPart(1).getContentType()).startsWith("text/html");
    assertThat(forms.getBodyPart(1).getContent()).isEqualTo("<p>Grüße</p>");
  }

  @Test
  void namesCannotAddHeaders() throws Exception {
    var name = "Eve\r\nBcc: all@example.com\r\n\r\nHello";
    smtp.send(new Mail("c.1", "eve@example.com", name, "Hi\r\nBcc: all@example.com", "t", "h"));
    var mail = only("eve@example.com");
    assertThat(mail.getHeader("Bcc")).isNull();
    assertThat(mail.getSubject()).isEqualTo("Hi Bcc: all@example.com");
    assertThat(((InternetAddress) mail.getAllRecipients()[0]).getPersonal())
        .isEqualTo("Eve Bcc: all@example.com Hello");
    assertThat(server.receivedBy("all@example.com")).isEmpty();
  }

  @Test
  void whatLooksEncodedIsShownAsItWasTyped() throws Exception {
    var name = "=?UTF-8?Q?Dr=2E_Weiss?= " + "\uD83E\uDE7A".repeat(30);
    smtp.send(new Mail("c.1", "eve@example.com", name, "Hi =?utf-8?B?QmNj?=", "t", "h"));
    var mail = only("eve@example.com");
    assertThat(mail.getSubject()).isEqualTo("Hi =?utf-8?B?QmNj?=");
    var recipient = (InternetAddress) mail.getAllRecipients()[0];
    assertThat(recipient.getPersonal()).isEqualTo(name);
    assertThat(recipient.getAddress()).isEqualTo("eve@example.com");
  }

  @Test
  void idsCannotAddHeaders() throws Exception {
    smtp.send(new Mail("c.1>\r\nBcc: all@example.com", "i@example.com", "I", "s", "t", "h"));
    assertThat(only("i@example.com").getMessageID())
        .isEqualTo("<c.1.Bcc.all.example.com@carelane.example>");
    assertThat(only("i@example.com").getHeader("Bcc")).isNull();
  }

  @Test
  void unknownMailboxIsRejected() {
    assertThat(smtp.send(mailTo("a@bounce.example"))).isEqualTo(new Rejected("550"));
  }

  @Test
  void whatIsNoAddressIsRejected() {
    for (var address :
        new String[] {"", "no address", "a@b@c", "a@example.com\r\nRCPT TO:<b@c.d>"}) {
      assertThat(smtp.send(mailTo(address))).as(address).isInstanceOf(Rejected.class);
    }
  }

  @Test
  void busyMailboxMayBeTriedAgain() {
    assertThat(smtp.send(mailTo("a@busy.example"))).isEqualTo(new Unreachable("450"));
  }

  @Test
  void connectionServesTheNextMailAfterARefusal() {
    smtp.send(mailTo("a@bounce.example"));
    smtp.send(mailTo("a@busy.example"));
    assertThat(smtp.send(mailTo("b@example.com"))).isEqualTo(new Accepted());
  }

  @Test
  void deadConnectionIsOpenedAgain() {
    int port = server.port();
    assertThat(smtp.send(mailTo("a@example.com"))).isEqualTo(new Accepted());
    server.close();
    assertThat(smtp.send(mailTo("b@example.com"))).isInstanceOf(Away.class);
    try (var another = MailServer.startAgain(port)) {
      assertThat(smtp.send(mailTo("c@example.com"))).isEqualTo(new Accepted());
      assertThat(another.receivedBy("c@example.com")).hasSize(1);
    }
  }

  @Test
  void connectionThatDiedUnnoticedCostsNoAttempt() {
    int port = server.port();
    smtp.send(mailTo("a@example.com"));
    server.close();
    try (var _ = MailServer.startAgain(port)) {
      assertThat(smtp.send(mailTo("b@example.com"))).isEqualTo(new Accepted());
    }
  }

  @Test
  void serverThatOffendsEveryoneIsAway() throws Exception {
    assertThat(whenGreetedWith("554 No SMTP service here\r\n", PATIENT)).isInstanceOf(Away.class);
    assertThat(whenGreetedWith("421 Too busy\r\n", PATIENT)).isInstanceOf(Away.class);
  }

  @Test
  void silentServerIsAway() throws Exception {
    assertThat(whenGreetedWith("", Duration.ofMillis(500))).isInstanceOf(Away.class);
  }

  /** Otherwise a mail that it can't bear would look like an outage for ever. */
  @Test
  void serverThatIsSilentAboutOneMailButTakesConnectionsIsNotAway() throws Exception {
    smtp.close();
    smtp = smtp(server.port(), Duration.ofMillis(500));
    server.hold("a@example.com");
    assertThat(smtp.send(mailTo("a@example.com"))).isInstanceOf(Unreachable.class);
    assertThat(smtp.send(mailTo("b@example.com"))).isEqualTo(new Accepted());
    server.release("a@example.com");
  }

  @Test
  void serverThatGoesAwayInTheMiddleOfAMailIsAway() throws Exception {
    try (var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var once = CompletableFuture.runAsync(() -> hangUpOnTheRecipient(listening));
      var hungUp = smtp(listening.getLocalPort(), PATIENT);
      assertThat(hungUp.send(mailTo("a@example.com"))).isInstanceOf(Away.class);
      once.join();
    }
  }

  @Test
  void codesThatAreAboutTheServerAreNotAboutTheMail() {
    for (var code : List.of(421, 530, 535)) {
      var failure = new SMTPSendFailedException("MAIL", code, "no", null, null, null, null);
      assertThat(SendResult.of(failure, () -> true)).isInstanceOf(Away.class);
    }
  }

  private static void hangUpOnTheRecipient(ServerSocket listening) {
    try (var caller = listening.accept()) {
      listening.close();
      var lines = new BufferedReader(new InputStreamReader(caller.getInputStream()));
      caller.getOutputStream().write("220 hello\r\n".getBytes());
      for (var line = lines.readLine(); !line.startsWith("RCPT"); line = lines.readLine()) {
        caller.getOutputStream().write("250 go on\r\n".getBytes());
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Answers the first connection with these words and nothing else. */
  private static SendResult whenGreetedWith(String greeting, Duration timeout) throws Exception {
    try (var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var greeted = CompletableFuture.runAsync(() -> greet(listening, greeting));
      var result = smtp(listening.getLocalPort(), timeout).send(mailTo("a@example.com"));
      greeted.join();
      return result;
    }
  }

  private static void greet(ServerSocket listening, String greeting) {
    try (var caller = listening.accept()) {
      caller.getOutputStream().write(greeting.getBytes());
      caller.getOutputStream().flush();
      caller.getInputStream().read();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Smtp smtp(int port, Duration timeout) throws Exception {
    var sender = new JavaMailSenderImpl();
    sender.setHost("127.0.0.1");
    sender.setPort(port);
    sender.setUsername("");
    sender
        .getJavaMailProperties()
        .setProperty("mail.smtp.timeout", Long.toString(timeout.toMillis()));
    sender.getJavaMailProperties().setProperty("mail.smtp.quitwait", "false");
    return new Smtp(sender, Clock.systemUTC(), new MailProperties("care@carelane.example"));
  }

  private static Mail mailTo(String address) {
    return new Mail(
        "confirmation.a1", address, "A", "Bestätigt: Dr. Jürgen Weiß", "Grüße", "<p>Grüße</p>");
  }

  private MimeMessage only(String address) {
    assertThat(server.receivedBy(address)).hasSize(1);
    return server.receivedBy(address).getFirst();
  }
}
