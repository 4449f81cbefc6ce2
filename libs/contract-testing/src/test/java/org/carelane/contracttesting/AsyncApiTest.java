package org.carelane.contracttesting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** contracts/asyncapi.yaml lists exactly the messages of contracts/, each with its schema. */
class AsyncApiTest {

  private final JsonNode api =
      new YAMLMapper()
          .readTree(ContractFiles.read(ContractFiles.path("contracts", "asyncapi.yaml")));

  @Test
  void everyChannelCarriesTheMessagesOfItsTopic() {
    var carried =
        api.path("channels").values().stream()
            .flatMap(
                channel ->
                    channel.path("messages").propertyNames().stream()
                        .map(message -> channel.path("address").asString() + "/" + message));
    assertThat(carried)
        .containsExactlyInAnyOrderElementsOf(
            contracts().map(it -> it.topic() + "/" + it.type()).distinct().toList());
  }

  @Test
  void everyMessageRefersToItsSchema() {
    var schemas = api.findValues("payload").stream().map(it -> it.at("/schema/$ref").asString());
    assertThat(schemas)
        .containsExactlyInAnyOrderElementsOf(
            contracts().map(it -> "./" + it + ".schema.json").toList());
  }

  @Test
  void everyOtherReferenceLeadsSomewhere() {
    List<JsonNode> references = api.findValues("$ref");
    assertThat(references).isNotEmpty();
    assertThat(references.stream().map(JsonNode::asString).filter(it -> it.startsWith("#")))
        .allSatisfy(it -> assertThat(api.at(it.substring(1)).isMissingNode()).as(it).isFalse());
  }

  private static Stream<Contract> contracts() {
    return Contract.all().stream();
  }
}
