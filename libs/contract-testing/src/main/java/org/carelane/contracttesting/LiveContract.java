package org.carelane.contracttesting;

import java.util.Map;
import java.util.stream.Collectors;
import org.carelane.apitesting.PublishedApi;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A message of {@code contracts/asyncapi.yaml} that clients are told live, or tell: the destination
 * of its channel, and its schema.
 */
public record LiveContract(String channel, String message) {

  private static final JsonNode API =
      new YAMLMapper()
          .readTree(ContractFiles.read(ContractFiles.path("contracts", "asyncapi.yaml")));

  public LiveContract {
    if (!API.path("channels").path(channel).path("messages").has(message)) {
      throw new IllegalArgumentException("no " + message + " on " + channel + " in asyncapi.yaml");
    }
  }

  /** The only message of the channel. */
  public LiveContract(String channel) {
    var messages = API.path("channels").path(channel).path("messages").propertyNames();
    this(channel, messages.stream().collect(Collectors.joining()));
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
    var schema = API.at("/components/messages/" + message + "/payload/$ref").asString().split("#");
    var complaints =
        schema[0].isEmpty()
            ? PublishedApi.complaints(API, schema[1], body)
            : published(schema[0]).complaints(schema[1], body);
    if (!complaints.isEmpty()) {
      throw new AssertionError("no valid %s: %s".formatted(message, complaints));
    }
  }

  private static PublishedApi published(String file) {
    return new PublishedApi(file.replace("./openapi/", "").replace(".json", ""));
  }

  private JsonNode described() {
    return API.path("channels").path(channel);
  }
}
