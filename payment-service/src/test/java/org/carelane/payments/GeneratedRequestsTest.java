package org.carelane.payments;

import java.util.Map;
import org.carelane.apitesting.ApiDrive;
import org.carelane.apitesting.PublishedApi;
import org.carelane.testservers.Api;
import org.carelane.testservers.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever is sent, the answer is one that the description of this service allows. */
@PaymentServiceIsRunning
class GeneratedRequestsTest {

  @LocalServerPort private int port;

  @Test
  void areAnsweredAsDescribed() {
    var captured = Booking.with("card_ok").take();
    var waiting = Booking.with("card_requires_action").take();
    var tokens =
        Map.of(
            "PATIENT", TestTokens.patient(captured.patient()),
            "ANOTHER", TestTokens.patient(waiting.patient()),
            "ADMIN", TestTokens.admin("generated-admin"));

    new ApiDrive(Api.at(port).base(), new PublishedApi("payment-service"), tokens)
        .knowing("topic", "payment.commands")
        .run()
        .assertAsDescribed();
  }
}
