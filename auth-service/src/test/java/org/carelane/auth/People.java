package org.carelane.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.carelane.testservers.Api.Reply;

/** Someone with an account. */
record People(String id, String email, String password) {

  static final String ADMIN_EMAIL = "Admin@Carelane.example ";
  static final String ADMIN_PASSWORD = "an admin's password";
  static final String PASSWORD = "correct horse battery";

  static String newEmail() {
    return "p" + UUID.randomUUID() + "@example.com";
  }

  static People registered(Client api) {
    var email = newEmail();
    var reply = api.register(email, PASSWORD, "Pat Example");
    assertThat(reply.status()).isEqualTo(201);
    return new People(reply.text("id"), email, PASSWORD);
  }

  static Client asAdmin(Client api) {
    return api.as(api.fromElsewhere().login(ADMIN_EMAIL, ADMIN_PASSWORD).text("accessToken"));
  }

  /** An account an administrator made. */
  static People with(Client admin, String... roles) {
    var email = newEmail();
    var reply =
        admin.post(
            "/api/v1/admin/accounts",
            Map.of("email", email, "password", PASSWORD, "name", "Dr. D", "roles", List.of(roles)));
    assertThat(reply.status()).isEqualTo(201);
    return new People(reply.text("id"), email, PASSWORD);
  }

  Reply signIn(Client api) {
    var reply = api.login(email, password);
    assertThat(reply.status()).isEqualTo(200);
    return reply;
  }
}
