package org.carelane.appointments;

import java.util.List;
import org.carelane.apitesting.ApiDrive;
import org.carelane.apitesting.PublishedApi;
import org.carelane.testservers.Api;
import org.carelane.testservers.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever is sent, the answer is one that the description of this service allows. */
@AppointmentServiceIsRunning
class GeneratedRequestsTest {

  @LocalServerPort private int port;

  @Test
  void areAnsweredAsDescribed() {
    var tokens =
        List.of(
            TestTokens.admin("generated-admin"),
            TestTokens.doctor("generated-doctor"),
            TestTokens.patient("generated-patient"));

    new ApiDrive(Api.at(port).base(), new PublishedApi("appointment-service"), tokens)
        .run()
        .assertAsDescribed();
  }
}
