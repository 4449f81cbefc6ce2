package org.carelane.contracttesting;

import java.util.Map;
import org.carelane.apitesting.PublishedApi;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A channel of {@code contracts/asyncapi.yaml} on which clients are told something live, or tell
 * it: its destination and the schema of its only message.
 */
public record LiveContract(String channel) {

  private static final JsonNode API =
      new YAMLMapper()
          .readTree(ContractFiles.read(ContractFiles.path("contracts", "asyncapi.yaml")));

  public LiveContract {
    if (!API.path("channels").has(channel)) {
      throw new IllegalArgumentException("no channel " + channel + " in asyncapi.yaml");
    }
  }

  /** The destination, with values for its variables. */
  public String address(Map<String, String> values) {
    var address = described().path("address").asString();
    for (var value : values.entrySet()) {
      address = address.replace("{" + value.getKey() + "}", value.getValue());
    }
    return address;
  }

  /**
   * @throws AssertionError naming everything that is wrong
   */
  public void assertValid(String body) {
    var message = described().path("messages").propertyNames().iterator().next();
    var schema = API.at("/components/messages/" + message + "/payload/$ref").asString().split("#");
    var file = schema[0].replace("./openapi/", "").replace(".json", "");
    var complaints = new PublishedApi(file).complaints(schema[1], body);
    if (!complaints.isEmpty()) {
      throw new AssertionError("no valid %s: %s".formatted(message, complaints));
    }
  }

  private JsonNode described() {
    return API.path("channels").path(channel);
  }
}
