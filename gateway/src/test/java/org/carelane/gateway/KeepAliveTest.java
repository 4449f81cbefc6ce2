package org.carelane.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Guards the Netty versions in the root pom: with Spring Boot 4.1.0's own this hangs. */
@GatewayTest
class KeepAliveTest {

  private static final int REQUESTS = 400;

  @Test
  void answersEveryRequestOnOneConnection(@LocalServerPort int port) throws IOException {
    try (var socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(5_000);
      var in = new BufferedInputStream(socket.getInputStream());
      for (var i = 0; i < REQUESTS; i++) {
        var path = i % 2 == 0 ? "/nothing" : "/";
        var request = "GET " + path + " HTTP/1.1\r\nHost: gateway\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(US_ASCII));
        assertThat(readAnswer(in)).as("request " + i).startsWith("HTTP/1.1 ");
      }
    }
  }

  private static String readAnswer(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.read());
    }
    var length = head.toString().toLowerCase().split("content-length: ")[1].split("\r\n")[0];
    in.readNBytes(Integer.parseInt(length));
    return head.toString();
  }
}
