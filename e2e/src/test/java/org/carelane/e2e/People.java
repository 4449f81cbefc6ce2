package org.carelane.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.carelane.testservers.Api;
import org.carelane.testservers.Api.Reply;

/** People who sign in. */
public final class People {

  public static final String PASSWORD = "correct horse battery";
  private static final Person ADMIN =
      signedIn("admin@carelane.example", "carelane-demo-admin", "Admin");

  private People() {}

  /** Someone signed in. */
  public record Person(String id, String email, String name, Api api) {}

  public static Person admin() {
    return ADMIN;
  }

  public static Person patient() {
    return patientAt("example.org");
  }

  /** Mail to {@code bounce.example} is refused for good, to {@code busy.example} for now. */
  static Person patientAt(String domain) {
    var email = anEmail(domain);
    var registered = register(email);
    assertThat(registered.status()).as(registered.raw()).isEqualTo(201);
    return signedIn(email, PASSWORD, "Amina Yusuf");
  }

  static Person doctor() {
    var email = anEmail("example.org");
    var created =
        admin()
            .api()
            .post(
                "/api/v1/admin/accounts",
                Map.of(
                    "email",
                    email,
                    "password",
                    PASSWORD,
                    "name",
                    "Dr. Lena Brandt",
                    "roles",
                    List.of("DOCTOR")));
    assertThat(created.status()).as(created.raw()).isEqualTo(201);
    return signedIn(email, PASSWORD, "Dr. Lena Brandt");
  }

  public static String anEmail(String domain) {
    return "p-" + UUID.randomUUID() + "@" + domain;
  }

  static Reply register(String email) {
    return RunningFleet.api()
        .post(
            "/api/v1/auth/register",
            Map.of("email", email, "password", PASSWORD, "name", "Amina Yusuf"));
  }

  public static Reply login(String email, String password) {
    return RunningFleet.api()
        .post("/api/v1/auth/login", Map.of("email", email, "password", password));
  }

  public static Person signedIn(String email, String password, String name) {
    var reply = login(email, password);
    assertThat(reply.status()).as(reply.raw()).isEqualTo(200);
    var api = RunningFleet.api().as(reply.text("accessToken"));
    return new Person(api.get("/api/v1/auth/me").text("id"), email, name, api);
  }
}
