package org.carelane.notifications;

import java.time.Instant;
import java.util.Map;
import org.carelane.apitesting.ApiDrive;
import org.carelane.apitesting.PublishedApi;
import org.carelane.testservers.Api;
import org.carelane.testservers.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever is sent, the answer is one that the description of this service allows. */
@NotificationServiceIsRunning
class GeneratedRequestsTest {

  @LocalServerPort private int port;

  @Test
  void areAnsweredAsDescribed() {
    var visit = Visit.ofReachablePatient().withAccount();
    visit.confirmed(Instant.now());
    var tokens =
        Map.of(
            "PATIENT", visit.patientToken(),
            "DOCTOR", visit.doctorToken(),
            "ADMIN", TestTokens.admin("generated-admin"));

    new ApiDrive(Api.at(port).base(), new PublishedApi("notification-service"), tokens)
        .knowing("topic", "appointment.events")
        .run()
        .assertAsDescribed();
  }
}
