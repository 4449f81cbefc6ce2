package org.carelane.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
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
    var registered =
        Account.registered(ID, amina(false), "hash", Instant.parse("2027-02-20T18:04:11.250Z"));
    var event = AccountRegistered.of(registered);
    assertSays(Contract.of("account.events", "AccountRegistered"), event);
  }

  @Test
  void updatedIsWhatWasPromised() {
    var registered =
        Account.registered(ID, amina(true), "hash", Instant.parse("2027-02-20T18:04:11.250Z"));
    var event = AccountUpdated.of(registered, Instant.parse("2027-02-25T08:12:45.900Z"));
    assertSays(Contract.of("account.events", "AccountUpdated"), event);
  }

  @Test
  void whatIsNotKnownIsNotSaid() {
    var account =
        AccountTest.anAccount(ID, EMAIL, "Amina", Role.PATIENT, Instant.EPOCH, Instant.EPOCH);
    var json = JSON.writeValueAsString(AccountUpdated.of(account, Instant.EPOCH));
    Contract.of("account.events", "AccountUpdated").assertValid(json);
    assertThat(JSON.readTree(json).propertyNames()).doesNotContain("language", "zone");
  }

  @Test
  void lettersAreAskedForAsPromised() {
    var account = Account.registered(ID, amina(false), "hash", Instant.EPOCH);
    var token = MailedToken.next(ID);
    var reset = SendPasswordReset.of(account, token, Instant.parse("2027-03-02T09:41:17.530Z"));
    assertIsValid(Contract.of("letter.commands", "SendPasswordReset"), reset);
    var verification =
        SendEmailVerification.of(account, token, Instant.parse("2027-02-21T18:04:11.250Z"));
    assertIsValid(Contract.of("letter.commands", "SendEmailVerification"), verification);
  }

  private static NewAccount amina(boolean verified) {
    return new NewAccount(
        new EmailAddress(EMAIL),
        verified,
        "password",
        "Amina Yusuf",
        "en",
        "Europe/Berlin",
        Set.of(Role.PATIENT));
  }

  private static void assertIsValid(Contract contract, Record command) {
    var json = JSON.writeValueAsString(command);
    contract.assertValid(json);
    assertThat(JSON.readTree(json).propertyNames())
        .containsExactlyElementsOf(JSON.readTree(contract.example()).propertyNames());
  }

  private static void assertSays(Contract contract, Record event) {
    var json = JSON.writeValueAsString(event);
    contract.assertValid(json);
    assertThat(JSON.readTree(json)).isEqualTo(JSON.readTree(contract.example()));
  }
}
