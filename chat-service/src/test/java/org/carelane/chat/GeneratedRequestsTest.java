package org.carelane.chat;

import java.util.Map;
import org.carelane.apitesting.ApiDrive;
import org.carelane.apitesting.PublishedApi;
import org.carelane.testservers.Api;
import org.carelane.testservers.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever is sent, the answer is one that the description of this service allows. */
@ChatServiceIsRunning
class GeneratedRequestsTest {

  @LocalServerPort private int port;

  @Test
  void areAnsweredAsDescribed() {
    var pair = Pair.withConversation(Api.at(port));
    var tokens =
        Map.of(
            "DOCTOR", pair.doctorToken(),
            "PATIENT", pair.patientToken(),
            "ADMIN", TestTokens.admin("generated-admin"));

    new ApiDrive(Api.at(port).base(), new PublishedApi("chat-service"), tokens)
        .knowing("topic", "appointment.events")
        .run()
        .assertAsDescribed();
  }
}
