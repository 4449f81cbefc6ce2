package org.carelane.contracttesting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * contracts/asyncapi.yaml lists exactly the messages of contracts/, each with its schema. What is
 * said live has schemas there or those of HTTP: a test of the service that says it compares.
 */
class AsyncApiTest {

  private final JsonNode api =
      new YAMLMapper()
          .readTree(ContractFiles.read(ContractFiles.path("contracts", "asyncapi.yaml")));

  @Test
  void everyChannelCarriesTheMessagesOfItsTopic() {
    var carried =
        api.path("channels").values().stream()
            .filter(channel -> !isLive(channel))
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
    var schemas =
        api.findValues("payload").stream()
            .filter(it -> it.has("schema"))
            .map(it -> it.at("/schema/$ref").asString());
    assertThat(schemas)
        .containsExactlyInAnyOrderElementsOf(
            contracts().map(it -> "./" + it + ".schema.json").toList());
  }

  @Test
  void everyLiveMessageHasASchema() {
    var schemas =
        api.path("channels").values().stream()
            .filter(AsyncApiTest::isLive)
            .flatMap(channel -> channel.path("messages").propertyNames().stream())
            .map(message -> api.at("/components/messages/" + message + "/payload/$ref").asString())
            .toList();

    assertThat(schemas)
        .isNotEmpty()
        .allSatisfy(
            it -> {
              var file = it.split("#", 2);
              var described = file[0].isEmpty() ? api : document(file[0]);
              assertThat(described.at(file[1]).isObject()).as(it).isTrue();
            });
  }

  private static JsonNode document(String file) {
    return new YAMLMapper().readTree(ContractFiles.read(ContractFiles.path("contracts", file)));
  }

  /** Those without a server are topics of Kafka. */
  private static boolean isLive(JsonNode channel) {
    return channel.has("servers");
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
