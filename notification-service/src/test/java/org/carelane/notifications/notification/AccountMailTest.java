package org.carelane.notifications.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.carelane.notifications.NotificationServiceIsRunning.MAIL;

import com.mongodb.client.model.Filters;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.time.Instant;
import org.carelane.contracttesting.Contract;
import org.carelane.notifications.NotificationServiceIsRunning;
import org.carelane.notifications.notification.AccountMailState.Expired;
import org.carelane.notifications.notification.AccountMailState.NotDelivered;
import org.carelane.notifications.notification.AccountMailState.Sent;
import org.carelane.notifications.notification.AccountMailState.Waiting;
import org.carelane.rest.Ids;
import org.carelane.testservers.TestMessages;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** From the command about an account to its mail, against a real SMTP server. */
@NotificationServiceIsRunning
class AccountMailTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  @Autowired private AccountMails mails;
  @Autowired private AccountMailProcess process;
  @Autowired private DeliveryProperties limits;
  @Autowired private PublicUrl site;
  @Autowired private MailOutage outage;
  @Autowired private MongoTemplate mongo;

  /** An account whose registration this service has not heard of. */
  private record Someone(String id, String token, String address) {

    static Someone at(String domain) {
      var id = Ids.next();
      return new Someone(id, id + "." + "s".repeat(43), id + "@" + domain);
    }

    String command(String type) {
      return type + ":" + id;
    }

    void is(String type, Instant expiresAt) {
      var command = (ObjectNode) JSON.readTree(Contract.of("letter.commands", type).example());
      command
          .put("commandId", command(type))
          .put("accountId", id)
          .put("email", address)
          .put("token", token)
          .put("expiresAt", expiresAt.toString());
      TestMessages.send("letter.commands", id, type, JSON.writeValueAsString(command));
    }

    void forgotThePassword() {
      is("SendPasswordReset", Instant.now().plus(Duration.ofMinutes(30)));
    }
  }

  @Test
  void tokenToResetThePasswordIsMailed() throws Exception {
    var someone = Someone.at("example.com");
    someone.forgotThePassword();
    var mail = onlyMail(someone);
    assertThat(mail.getSubject()).isEqualTo("Choose a new password for Carelane");
    assertThat(mail.getAllRecipients()).containsExactly(new InternetAddress(someone.address()));
    assertThat(text(mail).lines())
        .contains(
            "Hello,",
            "  Follow this link: http://localhost:8080/reset-password#token=" + someone.token(),
            "  Or enter this token: " + someone.token());
    assertThat(html(mail))
        .contains(
            "<a href=\"http://localhost:8080/reset-password#token=" + someone.token() + "\">");
  }

  @Test
  void tokenToVerifyTheAddressIsMailed() throws Exception {
    var someone = Someone.at("example.com");
    someone.is("SendEmailVerification", Instant.now().plus(Duration.ofHours(24)));
    var mail = onlyMail(someone);
    assertThat(mail.getSubject()).isEqualTo("Verify your e-mail address for Carelane");
    assertThat(text(mail))
        .contains("http://localhost:8080/verify-email#token=" + someone.token())
        .contains("If you did not register, do not follow the link");
  }

  @Test
  void duplicateIsNotMailedAgain() {
    var someone = Someone.at("example.com");
    for (int i = 0; i < 3; i++) {
      someone.forgotThePassword();
    }
    awaitState(someone, Sent.class);
    someone.forgotThePassword();
    var last = Someone.at("example.com");
    sayBehind(someone, last);
    assertThat(MAIL.receivedBy(someone.address())).hasSize(1);
  }

  @Test
  void whatHasExpiredIsNotMailed() {
    var someone = Someone.at("example.com");
    someone.is("SendPasswordReset", Instant.now().minusSeconds(1));
    var last = Someone.at("example.com");
    sayBehind(someone, last);
    assertThat(MAIL.attemptsFor(someone.address())).isZero();
    assertThat(mails.find(someone.command("SendPasswordReset"))).isEmpty();
  }

  @Test
  void whatExpiresWhileItWaitsIsNotMailed() {
    var someone = Someone.at("example.com");
    var now = Instant.now();
    var command =
        new AccountMailCommand.SendPasswordReset(
            someone.command("SendPasswordReset"),
            someone.id(),
            someone.address(),
            someone.token(),
            now.minusMillis(1));
    mails.save(AccountMail.begun(command, site, null, now.minusSeconds(60)));
    awaitState(someone, Expired.class);
    assertThat(MAIL.attemptsFor(someone.address())).isZero();
    assertThat(stored(someone)).doesNotContain(someone.token(), someone.address());
  }

  @Test
  void tokenIsGoneOnceItIsMailed() {
    var someone = Someone.at("recovering.example");
    someone.forgotThePassword();
    awaitState(someone, Sent.class);
    assertThat(MAIL.attemptsFor(someone.address())).isEqualTo(3);
    assertThat(stored(someone)).doesNotContain(someone.token(), someone.address());
  }

  @Test
  void rejectedAddressIsNotTriedAgain() {
    var someone = Someone.at("bounce.example");
    someone.forgotThePassword();
    awaitState(someone, NotDelivered.class);
    assertThat(MAIL.attemptsFor(someone.address())).isOne();
  }

  @Test
  void busyServerIsTriedAsOftenAsForOtherMails() {
    var someone = Someone.at("busy.example");
    someone.forgotThePassword();
    awaitState(someone, NotDelivered.class);
    assertThat(MAIL.attemptsFor(someone.address())).isEqualTo(limits.attempts());
  }

  @Test
  void outageOfTheServerUsesUpNoAttempt() {
    var someone = Someone.at("example.com");
    MAIL.goAway();
    try {
      someone.forgotThePassword();
      await().until(outage::isAway);
      awaitState(someone, Waiting.class);
    } finally {
      MAIL.comeBack();
    }
    awaitState(someone, Sent.class);
    assertThat(MAIL.receivedBy(someone.address())).hasSize(1);
  }

  @Test
  void mailOfADeadProcessIsSentWhenItsClaimHasRunOut() {
    var someone = Someone.at("example.com");
    var command =
        new AccountMailCommand.SendPasswordReset(
            someone.command("SendPasswordReset"),
            someone.id(),
            someone.address(),
            someone.token(),
            Instant.now().plusSeconds(600));
    mails.save(AccountMail.begun(command, site, null, Instant.now().minusMillis(1)));
    process.handle(command);
    awaitState(someone, Sent.class);
    assertThat(MAIL.receivedBy(someone.address())).hasSize(1);
  }

  /** Waits until what was said of someone before is handled: messages of a key stay in order. */
  private void sayBehind(Someone someone, Someone last) {
    new Someone(someone.id(), someone.token(), last.address())
        .is("SendEmailVerification", Instant.now().plusSeconds(600));
    await().until(() -> !MAIL.receivedBy(last.address()).isEmpty());
  }

  private void awaitState(Someone someone, Class<? extends AccountMailState> state) {
    await()
        .until(
            () ->
                mails
                    .find(someone.command("SendPasswordReset"))
                    .filter(it -> state.isInstance(it.state()))
                    .isPresent());
  }

  private String stored(Someone someone) {
    return mongo
        .getCollection("account_mails")
        .find(Filters.eq(someone.command("SendPasswordReset")))
        .first()
        .toJson();
  }

  private static MimeMessage onlyMail(Someone someone) {
    await().until(() -> !MAIL.receivedBy(someone.address()).isEmpty());
    return MAIL.receivedBy(someone.address()).getFirst();
  }

  private static String text(MimeMessage mail) throws Exception {
    return (String) ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent();
  }

  private static String html(MimeMessage mail) throws Exception {
    return (String) ((MimeMultipart) mail.getContent()).getBodyPart(1).getContent();
  }
}
