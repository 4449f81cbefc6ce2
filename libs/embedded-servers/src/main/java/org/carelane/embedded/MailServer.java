package org.carelane.embedded;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An SMTP server that delivers nothing and keeps every mail as an {@code .eml} file.
 *
 * <p>Recipients at {@code bounce.example} are refused for good (550), those at {@code busy.example}
 * for now (450), so that undeliverable mail can be shown.
 */
public final class MailServer implements AutoCloseable {

  private static final long STARTUP_MILLIS = 10_000;

  private final SmtpServer server;

  private MailServer(Path directory, int port) throws IOException, InterruptedException {
    Files.createDirectories(directory);
    server = new SmtpServer(new ServerSetup(port, Loopback.ADDRESS, "smtp"), managers(directory));
    server.startService();
    server.waitTillRunning(STARTUP_MILLIS);
    if (!server.isRunning()) {
      throw new IOException("cannot listen on port " + port);
    }
  }

  /**
   * @param port 0 for a free one
   */
  public static MailServer onDisk(Path directory, int port)
      throws IOException, InterruptedException {
    return new MailServer(directory, port);
  }

  private static Managers managers(Path directory) {
    var managers = new Managers();
    var store = new MailStore(managers, directory);
    return new Managers() {
      @Override
      public SmtpManager getSmtpManager() {
        return store;
      }
    };
  }

  public int port() {
    return server.getPort();
  }

  @Override
  public void close() {
    server.stopService();
  }

  /** Arguments: directory of the mails, port. */
  public static void main(String[] args) throws Exception {
    ServerProcess.run(() -> onDisk(Path.of(args[0]), Integer.parseInt(args[1])));
  }
}
