package org.carelane.notifications;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * A real SMTP server. Recipients at {@code bounce.example} are refused for good, those at {@code
 * busy.example} for now, those at {@code recovering.example} the first two times. Those that a test
 * holds wait for their answer.
 */
public final class MailServer implements AutoCloseable {

  private static final int REFUSALS = 2;

  private final Map<String, List<MimeMessage>> received = new ConcurrentHashMap<>();
  private final Map<String, Integer> asked = new ConcurrentHashMap<>();
  private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
  private SmtpServer server;

  private MailServer(int port) {
    server = listening(port);
  }

  private SmtpServer listening(int port) {
    var server = new SmtpServer(new ServerSetup(port, "127.0.0.1", "smtp"), mailroom());
    server.startService();
    try {
      server.waitTillRunning(10_000);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    if (!server.isRunning()) {
      throw new IllegalStateException("cannot listen on port " + port);
    }
    return server;
  }

  /** Nobody listens until it comes back. */
  public void goAway() {
    server.stopService();
  }

  public void comeBack() {
    server = listening(server.getPort());
  }

  public static MailServer start() {
    return new MailServer(0);
  }

  public static MailServer startAgain(int port) {
    return new MailServer(port);
  }

  public int port() {
    return server.getPort();
  }

  public List<MimeMessage> receivedBy(String address) {
    return received.getOrDefault(address, List.of());
  }

  /** How often someone wanted to deliver to this address. */
  public int attemptsFor(String address) {
    return asked.getOrDefault(address, 0);
  }

  /** Keeps whoever wants to deliver to this address waiting. */
  public void hold(String address) {
    held.put(address, new CountDownLatch(1));
  }

  public void release(String address) {
    held.get(address).countDown();
  }

  private void awaitRelease(String address) {
    try {
      held.getOrDefault(address, new CountDownLatch(0)).await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stopService();
  }

  private @Nullable String refusalOf(String address) {
    awaitRelease(address);
    int times = asked.merge(address, 1, Integer::sum);
    return switch (address.substring(address.indexOf('@') + 1)) {
      case "bounce.example" -> "550 5.1.1 No such mailbox";
      case "busy.example" -> "450 4.2.1 Mailbox is busy, try again later";
      case "recovering.example" -> times > REFUSALS ? null : "451 4.3.0 Try again later";
      default -> null;
    };
  }

  private Managers mailroom() {
    var managers = new Managers();
    var mailroom =
        new SmtpManager(managers.getImapHostManager(), managers.getUserManager()) {
          @Override
          public @Nullable String checkRecipient(SmtpState state, MailAddress recipient) {
            return refusalOf(recipient.getEmail());
          }

          @Override
          public void send(SmtpState state) {
            var mail = state.getMessage();
            mail.getToAddresses()
                .forEach(
                    to ->
                        received
                            .computeIfAbsent(to.getEmail(), _ -> new CopyOnWriteArrayList<>())
                            .add(mail.getMessage()));
          }
        };
    return new Managers() {
      @Override
      public SmtpManager getSmtpManager() {
        return mailroom;
      }
    };
  }
}
