package org.carelane.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;

class LivenessTest {

  /**
   * Its main thread ends before the others do, more often the more memory there is to give back.
   */
  @RepeatedTest(8)
  @Timeout(30)
  void aProcessThatIsDeadHasLetGoOfItsPort() throws Exception {
    var process =
        new ProcessBuilder(
                Java.executable(),
                "-Xms200m",
                "-XX:+AlwaysPreTouch",
                "-cp",
                System.getProperty("java.class.path"),
                Listener.class.getName())
            .start();
    try (BufferedReader output = process.inputReader()) {
      int port = Integer.parseInt(output.readLine());
      assertThat(Ports.isTaken(port)).isTrue();

      process.destroyForcibly();
      while (Liveness.isAlive(process.toHandle())) {
        Thread.onSpinWait(); // a pause would be over after the moment in question
      }

      assertThat(Ports.isTaken(port)).isFalse();
    } finally {
      process.destroyForcibly();
    }
  }

  static final class Listener {

    public static void main(String[] args) throws Exception {
      try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
        System.out.println(socket.getLocalPort());
        while (true) {
          socket.accept().close();
        }
      }
    }
  }
}
