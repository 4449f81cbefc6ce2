package org.carelane.deployment.checkout;

import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A property as Spring's annotation processor describes it, from a class's
 * {@code @ConfigurationProperties}.
 *
 * @param usual its value unless it is set, or empty
 */
record DescribedProperty(String name, String type, String usual) {

  static final String METADATA = "META-INF/spring-configuration-metadata.json";

  static Stream<DescribedProperty> in(String metadata) {
    return JsonMapper.shared()
        .readTree(metadata)
        .path("properties")
        .valueStream()
        .map(
            it ->
                new DescribedProperty(
                    it.path("name").asString(),
                    it.path("type").asString(""),
                    text(it.path("defaultValue"))));
  }

  boolean isMap() {
    return type.startsWith("java.util.Map");
  }

  private static String text(JsonNode value) {
    return value.isValueNode() && !value.isNull() ? value.asString() : "";
  }
}
