package org.carelane.apitesting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One description made of those of the services. What several services answer under their own name
 * is one operation with the service in its path; a schema that is another one in another service
 * gets the service's name in front.
 */
public final class WholeApi {

  private static final String SERVICE = "{service}";

  private final ObjectNode whole = JsonMapper.shared().createObjectNode();

  private WholeApi(String introduction) {
    whole.put("openapi", "3.1.0");
    var info = whole.putObject("info");
    info.put("title", "Carelane");
    info.put("description", introduction);
    whole.putArray("servers").addObject().put("url", "/").put("description", "The gateway");
    whole.putArray("tags");
    whole.putObject("paths");
    var components = whole.putObject("components");
    components.putObject("schemas");
    components.putObject("responses");
    components.putObject("securitySchemes");
  }

  /**
   * @param introduction what the API is and how to begin, in Markdown
   */
  public static JsonNode of(String introduction, List<PublishedApi> services) {
    var made = new WholeApi(introduction);
    services.forEach(made::add);
    return made.whole;
  }

  private void add(PublishedApi service) {
    var document = (ObjectNode) service.document();
    var info = (ObjectNode) whole.path("info");
    for (var member : List.of("version", "contact", "license")) {
      info.set(member, document.path("info").path(member));
    }
    Map<String, String> renamed = new HashMap<>();
    addComponents("schemas", service, document, renamed);
    addComponents("responses", service, document, renamed);
    addComponents("securitySchemes", service, document, renamed);
    addTags(document.path("tags"));
    document
        .path("paths")
        .propertyStream()
        .forEach(it -> addPath(service.name(), it.getKey(), it.getValue().deepCopy(), renamed));
  }

  private void addComponents(
      String kind, PublishedApi service, ObjectNode document, Map<String, String> renamed) {
    var known = (ObjectNode) whole.path("components").path(kind);
    var own = document.path("components").path(kind);
    for (var name : own.propertyNames()) {
      if (known.has(name) && !known.path(name).equals(own.path(name))) {
        var prefix = service.name().split("-", 2)[0];
        renamed.put(
            "#/components/" + kind + "/" + name,
            "#/components/%s/%s%s%s"
                .formatted(
                    kind, Character.toUpperCase(prefix.charAt(0)), prefix.substring(1), name));
      }
    }
    own.propertyStream()
        .forEach(
            it -> {
              var ref = "#/components/" + kind + "/" + it.getKey();
              var name = renamed.getOrDefault(ref, ref);
              known.set(
                  name.substring(name.lastIndexOf('/') + 1),
                  referringTo(renamed, it.getValue().deepCopy()));
            });
  }

  private void addTags(JsonNode tags) {
    var known = (ArrayNode) whole.path("tags");
    tags.valueStream()
        .filter(tag -> known.valueStream().noneMatch(tag::equals))
        .forEach(known::add);
  }

  private void addPath(String service, String path, JsonNode item, Map<String, String> renamed) {
    var paths = (ObjectNode) whole.path("paths");
    var shared = path.replace("/" + service + "/", "/" + SERVICE + "/");
    shared = shared.endsWith("/" + service) ? shared.replace("/" + service, "/" + SERVICE) : shared;
    if (shared.equals(path)) {
      paths.set(path, referringTo(renamed, item));
      return;
    }
    if (!paths.has(shared)) {
      var first = (ObjectNode) referringTo(renamed, item);
      var parameter = first.putArray("parameters").addObject();
      parameter.put("name", "service").put("in", "path").put("required", true);
      parameter.put("description", "Whose").put("example", service);
      parameter.putObject("schema").put("type", "string");
      ((ObjectNode) parameter.path("schema")).putArray("enum");
      paths.set(shared, first);
    }
    ((ArrayNode) paths.path(shared).at("/parameters/0/schema/enum")).add(service);
  }

  private static JsonNode referringTo(Map<String, String> renamed, JsonNode node) {
    for (var holder : node.findParents("$ref")) {
      var ref = holder.path("$ref").asString("");
      if (renamed.containsKey(ref)) {
        ((ObjectNode) holder).put("$ref", renamed.get(ref));
      }
    }
    return node;
  }
}
