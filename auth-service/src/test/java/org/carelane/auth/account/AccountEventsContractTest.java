package org.carelane.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.carelane.accesstoken.Role;
import org.carelane.contracttesting.Contract;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class AccountEventsContractTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String ID = "01a3d3ea-6672-7295-bf7a-8bd8b3f2884c";
  private static final String EMAIL = "amina.yusuf@example.com";

  @Test
  void registeredIsWhatWasPromised() {
    var wanted =
        new NewAccount(new EmailAddress(EMAIL), "password", "Amina Yusuf", Set.of(Role.PATIENT));
    var event = AccountRegistered.of(ID, wanted, Instant.parse("2027-02-20T18:04:11.250Z"));
    assertSays(Contract.of("account.events", "AccountRegistered"), event);
  }

  @Test
  void updatedIsWhatWasPromised() {
    var registered = Instant.parse("2027-02-20T18:04:11.250Z");
    var roles = Set.of(Role.PATIENT);
    var account =
        new Account(ID, EMAIL, "Amina Yusuf", roles, "hash", true, registered, null, List.of(), 1L);
    var event = AccountUpdated.of(account, false, Instant.parse("2027-02-25T08:12:45.900Z"));
    assertSays(Contract.of("account.events", "AccountUpdated"), event);
  }

  private static void assertSays(Contract contract, Record event) {
    var json = JSON.writeValueAsString(event);
    contract.assertValid(json);
    assertThat(JSON.readTree(json)).isEqualTo(JSON.readTree(contract.example()));
  }
}
