package org.carelane.appointments;

import java.util.Map;
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
        Map.of(
            "ADMIN", TestTokens.admin("generated-admin"),
            "DOCTOR", TestTokens.doctor("generated-doctor"),
            "PATIENT", TestTokens.patient("generated-patient"));

    new ApiDrive(Api.at(port).base(), new PublishedApi("appointment-service"), tokens)
        .run()
        .assertAsDescribed();
  }
}
