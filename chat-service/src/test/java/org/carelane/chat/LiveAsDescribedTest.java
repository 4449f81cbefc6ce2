package org.carelane.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Arrays;
import java.util.Map;
import org.carelane.contracttesting.LiveContract;
import org.carelane.testservers.Api;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** The frames of the live side are those that contracts/asyncapi.yaml describes. */
@ChatServiceIsRunning
class LiveAsDescribedTest {

  private static final LiveContract MESSAGES = new LiveContract("liveMessages");
  private static final LiveContract DRAFTS = new LiveContract("liveDrafts");
  private static final LiveContract ERRORS = new LiveContract("liveErrors");
  private static final String DRAFT = "{\"text\":\"Better, thank you\"}";

  @LocalServerPort private int port;

  @Test
  void messagesAreAsDescribed() throws Exception {
    var pair = Pair.withConversation(Api.at(port));
    var conversation = Map.of("conversationId", pair.conversation());
    DRAFTS.assertValid(DRAFT);
    try (var socket = RawSocket.open(port).connects(pair.patientToken())) {
      socket.sends(
          "SUBSCRIBE\nid:1\ndestination:" + MESSAGES.address(conversation) + "\nreceipt:1\n\n\0");
      await().until(() -> socket.received().contains("RECEIPT"));
      socket.sends(
          "SEND\ndestination:"
              + DRAFTS.address(conversation)
              + "\ncontent-type:application/json\n\n"
              + DRAFT
              + "\0");

      var message = frame(socket, "MESSAGE");

      assertThat(message).contains("destination:" + MESSAGES.address(conversation) + "\n");
      MESSAGES.assertValid(body(message));
    }
  }

  @Test
  void errorsAreAsDescribed() throws Exception {
    var pair = Pair.withConversation(Api.at(port));
    try (var socket = RawSocket.open(port).connects(pair.patientToken())) {
      socket.sends("SUBSCRIBE\nid:1\ndestination:/topic/conversations/*\n\n\0");

      var error = frame(socket, "ERROR");

      ERRORS.assertValid(body(error));
      var type = JsonMapper.shared().readTree(body(error)).path("type").asString();
      assertThat(error)
          .contains("message:" + type.replace(":", "\\c") + "\n")
          .contains("content-type:application/problem+json");
    }
  }

  private static String frame(RawSocket socket, String command) {
    await()
        .until(
            () -> socket.received().contains(command + "\n") && socket.received().endsWith("\0"));
    return Arrays.stream(socket.received().split("\0"))
        .map(String::strip)
        .filter(it -> it.startsWith(command + "\n"))
        .findFirst()
        .orElseThrow();
  }

  private static String body(String frame) {
    return frame.split("\n\n", 2)[1];
  }
}
