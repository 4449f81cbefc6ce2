package org.carelane.local;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** The text at the end of {@code ./fleet up}: where it is, who can sign in, and what to try. */
record Welcome(URI gateway, Map<String, String> environment) {

  private static final String ADD_A_JSON_BODY = "-H 'Content-Type: application/json' -d";

  String text(Duration took) {
    return """

    Carelane is ready (after %2$d s). Open it in a browser and sign in as one of these:

      %1$s

      admin    %3$s
      doctor   %4$s
      patient  %5$s

    Or by its API, find a doctor, sign in, book and pay for an appointment:

      curl -s '%1$s/api/v1/doctors'
      TOKEN=$(%6$s)
      %7$s

    """
        .formatted(
            gateway,
            took.toSeconds(),
            line(DemoAccounts.admin(environment)),
            line(DemoAccounts.DOCTOR),
            line(DemoAccounts.PATIENT),
            signIn(),
            book());
  }

  private static String line(DemoAccounts.Account account) {
    return account.email() + "  " + account.password();
  }

  private String signIn() {
    var patient = DemoAccounts.PATIENT;
    return "curl -s %s/api/v1/auth/login %s '{\"email\":\"%s\",\"password\":\"%s\"}'"
            .formatted(gateway, ADD_A_JSON_BODY, patient.email(), patient.password())
        + " | sed 's/.*\"accessToken\":\"\\([^\"]*\\)\".*/\\1/'";
  }

  private String book() {
    return ("curl -si %s/api/v1/appointments -H \"Authorization: Bearer $TOKEN\""
            + " -H \"Idempotency-Key: $(date +%%s)\" %s '{\"slotId\":\"%s\",\"mode\":\"VIDEO\","
            + "\"reason\":\"Check-up\",\"paymentMethod\":\"card_ok\"}'")
        .formatted(gateway, ADD_A_JSON_BODY, freeSlot());
  }

  /** The next free slot of any doctor, or a placeholder if there is none. */
  private String freeSlot() {
    try (var api = new PublicApi(gateway)) {
      for (var doctor : api.get("/doctors?limit=10", null).body().path("items")) {
        var slots = "/doctors/" + doctor.path("id").asString() + "/slots";
        for (var slot : api.get(slots, null).body().path("items")) {
          return slot.path("id").asString();
        }
      }
      return "<slotId>";
    }
  }
}
