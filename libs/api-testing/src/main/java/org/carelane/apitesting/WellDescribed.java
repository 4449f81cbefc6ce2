package org.carelane.apitesting;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What every description has, so that people can read it and programs can be made of it. */
public final class WellDescribed {

  private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z]+");

  /** A refusal whose description names no type. */
  private static final String ANY_PROBLEM = "/content/application~1problem+json/schema/$ref";

  private WellDescribed() {}

  /** What is missing; empty when nothing is. */
  public static List<String> complaints(JsonNode document) {
    List<String> complaints = new ArrayList<>();
    for (var member : List.of("title", "description", "version", "contact", "license")) {
      if (document.path("info").path(member).isMissingNode()) {
        complaints.add("info has no " + member);
      }
    }
    document
        .path("tags")
        .forEach(
            it -> {
              if (it.path("description").asString("").isBlank()) {
                complaints.add("tag " + it.path("name").asString() + " has no description: @Tag");
              }
            });
    complaints.addAll(new Examples(document).complaints());
    Set<String> names = new HashSet<>();
    DescribedOperation.all(document).forEach(it -> complain(it, names, complaints));
    return complaints;
  }

  private static void complain(
      DescribedOperation operation, Set<String> names, List<String> complaints) {
    var said = operation.description();
    var name = said.path("operationId").asString("");
    if (!NAME.matcher(name).matches() || !names.add(name)) {
      complaints.add(operation + ": the operationId " + name + " is no name of its own");
    }
    if (said.path("summary").asString("").isBlank()) {
      complaints.add(operation + " has no summary");
    }
    if (said.path("tags").isEmpty()) {
      complaints.add(operation + " has no tag");
    }
    said.path("responses")
        .propertyStream()
        .filter(it -> it.getValue().at(ANY_PROBLEM).isString())
        .forEach(
            it ->
                complaints.add(operation + " does not say which problems " + it.getKey() + " are"));
    if (!said.has("security")) {
      complaints.add(operation + " does not say whether it needs a token");
    }
  }
}
