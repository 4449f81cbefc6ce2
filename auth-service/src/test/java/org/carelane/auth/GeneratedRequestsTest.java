package org.carelane.auth;

import java.util.Map;
import org.carelane.apitesting.ApiDrive;
import org.carelane.apitesting.PublishedApi;
import org.carelane.testservers.Api;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever is sent, the answer is one that the description of this service allows. */
@AuthServiceIsRunning
class GeneratedRequestsTest {

  @LocalServerPort private int port;

  @Test
  void areAnsweredAsDescribed() {
    var anyone = Client.at(port);
    var person = People.registered(anyone);
    var session = person.signIn(anyone);

    new ApiDrive(
            Api.at(port).base(),
            new PublishedApi("auth-service"),
            Map.of("ADMIN", tokenOfAdmin(anyone), "PATIENT", session.text("accessToken")))
        .signingInAgain(
            () -> {
              // Somebody new: the one before may be disabled by now.
              var next = People.registered(anyone.fromElsewhere()).signIn(anyone.fromElsewhere());
              return Map.of("ADMIN", tokenOfAdmin(anyone), "PATIENT", next.text("accessToken"));
            })
        .knowing("email", person.email())
        .knowing("password", person.password())
        .knowing("refreshToken", session.text("refreshToken"))
        .run()
        .assertAsDescribed();
  }

  private static String tokenOfAdmin(Client anyone) {
    return anyone
        .fromElsewhere()
        .login(People.ADMIN_EMAIL, People.ADMIN_PASSWORD)
        .text("accessToken");
  }
}
