package org.carelane.appointments;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.carelane.contracttesting.Contract;
import org.carelane.testservers.TestMessages;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What auth-service says of an account, in the contract's words. */
final class DoctorsAccount {

  private static final JsonMapper JSON = JsonMapper.shared();

  private DoctorsAccount() {}

  static void registered(String accountId, Instant at) {
    say("AccountRegistered", accountId, at, List.of("DOCTOR"), Map.of());
  }

  static void disabled(String accountId, Instant at) {
    updated(accountId, at, true, "DOCTOR");
  }

  static void enabled(String accountId, Instant at) {
    updated(accountId, at, false, "DOCTOR");
  }

  static void updated(String accountId, Instant at, boolean disabled, String role) {
    say("AccountUpdated", accountId, at, List.of(role), Map.of("disabled", disabled));
  }

  private static void say(
      String type, String accountId, Instant at, List<String> roles, Map<String, Boolean> more) {
    var event = (ObjectNode) JSON.readTree(Contract.of("account.events", type).example());
    event.put("accountId", accountId).put("occurredAt", at.toString());
    event.set("roles", JSON.valueToTree(roles));
    more.forEach(event::put);
    var body = JSON.writeValueAsString(event);
    Contract.of("account.events", type).assertValid(body);
    TestMessages.send("account.events", accountId, type, body);
  }
}
