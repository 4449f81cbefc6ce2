package org.carelane.contracttesting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ContractTest {

  private static final JsonMapper JSON = new JsonMapper();

  static List<Contract> contracts() {
    return Contract.all();
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void exampleIsValid(Contract contract) {
    contract.assertValid(contract.example());
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void exampleShowsEveryFieldAndNoOther(Contract contract) {
    assertThat(JSON.readTree(contract.example()).propertyNames())
        .containsExactlyInAnyOrderElementsOf(properties(contract).propertyNames());
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void everyRequiredFieldIsMissed(Contract contract) {
    for (var field : required(contract)) {
      var broken = ((ObjectNode) JSON.readTree(contract.example())).without(field);
      assertThatThrownBy(() -> contract.assertValid(broken.toString()))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining(field);
    }
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void everyFieldRefusesAnotherKindOfValue(Contract contract) {
    for (var field : properties(contract).propertyNames()) {
      var broken = (ObjectNode) JSON.readTree(contract.example());
      broken.putObject(field);
      assertThatThrownBy(() -> contract.assertValid(broken.toString()))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining(field);
    }
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void aFieldAddedLaterIsAccepted(Contract contract) {
    var newer = ((ObjectNode) JSON.readTree(contract.example())).put("addedLater", true);
    contract.assertValid(newer.toString());
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void schemaNamesItselfAndDescribesEveryField(Contract contract) {
    var schema = JSON.readTree(contract.schema());
    assertThat(schema.at("/$id").asString())
        .isEqualTo("https://carelane.example/contracts/" + contract);
    assertThat(schema.at("/title").asString()).isEqualTo(contract.type());
    assertThat(properties(contract))
        .allSatisfy(field -> assertThat(field.path("description").asString("")).isNotBlank());
  }

  @ParameterizedTest
  @CsvSource({
    "payment.commands, TakePayment, amountMinor, -1",
    "payment.commands, TakePayment, amountMinor, 85.5",
    "payment.commands, TakePayment, currency, '\"eur\"'",
    "payment.commands, TakePayment, expiresAt, '\"tomorrowZ\"'",
    "payment.commands, TakePayment, expiresAt, '\"2027-03-01T11:17:30+01:00\"'",
    "payment.commands, TakePayment, expiresAt, '\"2027-02-30T11:17:30Z\"'",
    "payment.commands, TakePayment, commandId, '\"RefundPayment:1\"'",
    "payment.events, PaymentFailed, reason, '\"BAD_LUCK\"'",
    "appointment.events, AppointmentConfirmed, mode, '\"TELEPATHY\"'",
    "account.events, AccountRegistered, email, '\"nobody\"'",
    "account.events, AccountRegistered, roles, '[\"KING\"]'",
  })
  void refusesAValueOutsideTheContract(String topic, String type, String field, String value) {
    var contract = Contract.of(topic, type);
    var broken = (ObjectNode) JSON.readTree(contract.example());
    broken.set(field, JSON.readTree(value));
    assertThatThrownBy(() -> contract.assertValid(broken.toString()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(contract.toString())
        .hasMessageContaining(field);
  }

  @Test
  void everySchemaHasAnExampleAndEveryExampleASchema() {
    assertThat(files("example")).isNotEmpty().isEqualTo(files("schema"));
    assertThat(Contract.all()).hasSameSizeAs(files("schema"));
  }

  @Test
  void anUnknownMessageIsAnErrorOfTheTest() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Contract.of("payment.commands", "TakeMoney"))
        .withMessageContaining("TakeMoney");
  }

  private static List<String> files(String kind) {
    var ending = "." + kind + ".json";
    return ContractFiles.names().stream()
        .filter(name -> name.endsWith(ending))
        .map(name -> name.substring(0, name.length() - ending.length()))
        .toList();
  }

  private static JsonNode properties(Contract contract) {
    return JSON.readTree(contract.schema()).path("properties");
  }

  private static List<String> required(Contract contract) {
    return JSON.readTree(contract.schema()).path("required").values().stream()
        .map(JsonNode::asString)
        .toList();
  }
}
