package org.carelane.local;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.carelane.local.PublicApi.Answer;
import tools.jackson.databind.JsonNode;

/** The messages that services could not handle, as an administrator sees and settles them. */
final class DeadLetters {

  static final String SETTLED = "--settled";

  private static final String PATH = "/admin/dead-letters/";
  private static final int LISTED = 100;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;

  private final PublicApi api;
  private final String token;
  private boolean complete = true;

  private DeadLetters(PublicApi api, String token) {
    this.api = api;
    this.token = token;
  }

  /** Signs in. */
  static DeadLetters seenBy(DemoAccounts.Account admin, PublicApi api) {
    var token = api.login(admin);
    if (token == null) {
      throw new FleetException(
          "cannot sign in as %s; CARELANE_AUTH_ADMIN_EMAIL and CARELANE_AUTH_ADMIN_PASSWORD name another administrator"
              .formatted(admin.email()));
    }
    return new DeadLetters(api, token);
  }

  /** Whether every service that was asked has answered. */
  boolean isComplete() {
    return complete;
  }

  /**
   * @param words what was typed behind {@code dead-letters}
   */
  String answer(List<String> words, boolean settled) {
    if (words.isEmpty()) {
      return list(settled ? "SETTLED" : "OPEN");
    }
    return switch (words.getFirst()) {
      case "show" -> show(Place.of(words));
      case "send-again" ->
          words.getLast().equals("all")
              ? sendAllAgain(Place.topic(words))
              : settle(Place.of(words), "send-again");
      case "dismiss" -> settle(Place.of(words), "dismiss");
      default ->
          throw new FleetException(
              "./fleet dead-letters has no \"" + words.getFirst() + "\"; try help");
    };
  }

  private record Place(String topic, String offset) {

    /** From a verb, a topic and an offset. */
    static Place of(List<String> words) {
      if (words.size() < 3 || !words.get(2).matches("\\d{1,18}")) {
        throw new FleetException(
            "which one? ./fleet dead-letters %s TOPIC OFFSET".formatted(words.getFirst()));
      }
      return new Place(topic(words), words.get(2));
    }

    static String topic(List<String> words) {
      var topic = words.size() > 1 ? words.get(1) : "";
      if (words.size() < 3 || !topic.matches("[\\w.-]+")) {
        throw new FleetException(
            "which topic? ./fleet dead-letters %s TOPIC OFFSET".formatted(words.getFirst()));
      }
      return topic.replaceFirst("\\.dlt$", "");
    }

    String path() {
      return topic + "/" + offset;
    }
  }

  private String list(String state) {
    var text = new StringBuilder();
    for (var service : Services.CONSUMERS) {
      var page = api.get(PATH + service + "?limit=" + LISTED + "&state=" + state, token);
      if (page.status() == 200) {
        page.body().path("items").forEach(it -> text.append(line(service, it)));
        if (page.body().path("nextCursor").isString()) {
          text.append("  and more: these are the newest %d of %s%n".formatted(LISTED, service));
        }
      } else {
        complete = false;
        text.append("  %-21s does not answer (%d)%n".formatted(service, page.status()));
      }
    }
    return text.isEmpty()
        ? (state.equals("OPEN") ? "No open dead letters.\n" : "No settled dead letters.\n")
        : text.toString();
  }

  private static String line(String service, JsonNode letter) {
    var exception = text(letter, "exception");
    var settled =
        letter.path("settledBy").isString()
            ? "  %s by %s at %s"
                .formatted(
                    text(letter, "state"), text(letter, "settledBy"), text(letter, "settledAt"))
            : "";
    return "  %-21s %-22s %6s  %-25s %-36s  %s  %s%s%n"
        .formatted(
            service,
            text(letter, "topic"),
            text(letter, "offset"),
            text(letter, "type"),
            text(letter, "key"),
            text(letter, "parkedAt").replaceFirst("\\.\\d+Z$", "Z"),
            exception.substring(exception.lastIndexOf('.') + 1),
            settled);
  }

  private String show(Place place) {
    var whole = ofItsService(place, path -> api.get(path, token)).orFail("not shown").body();
    var text = new StringBuilder();
    for (var field : whole.path("letter").properties()) {
      if (!field.getValue().isNull()) {
        text.append("%-18s %s%n".formatted(field.getKey(), field.getValue().asString()));
      }
    }
    return text.append("headers            %s%n".formatted(whole.path("headers")))
        .append("%n%s%n%n%s%n".formatted(text(whole, "payload"), text(whole, "stackTrace")))
        .toString();
  }

  private String settle(Place place, String how) {
    var answer = ofItsService(place, path -> post(path + "/" + how));
    if (answer.status() == CONFLICT) {
      throw new FleetException(
          "%s is settled already: %s".formatted(place.path(), text(answer.body(), "state")));
    }
    var letter = answer.orFail("not done").body();
    return "%s %s: %s, by %s at %s%n"
        .formatted(
            text(letter, "type"),
            place.path(),
            text(letter, "state"),
            text(letter, "settledBy"),
            text(letter, "settledAt"));
  }

  /** Several services may read a topic, and each answers for its own dead letters. */
  private Answer ofItsService(Place place, Function<String, Answer> call) {
    Optional<Answer> failure = Optional.empty();
    for (var service : Services.CONSUMERS) {
      var answer = call.apply(PATH + service + "/" + place.path());
      if (answer.status() < 300 || answer.status() == CONFLICT) {
        return answer;
      }
      if (answer.status() != NOT_FOUND) {
        failure = Optional.of(answer);
      }
    }
    return failure.orElseThrow(
        () ->
            new FleetException(
                "there is no dead letter %s; ./fleet dead-letters lists them"
                    .formatted(place.path())));
  }

  private String sendAllAgain(String topic) {
    var text = new StringBuilder();
    boolean known = false;
    for (var service : Services.CONSUMERS) {
      var path = PATH + service + "/" + topic + "/send-again";
      var answer = post(path);
      if (answer.status() != NOT_FOUND) {
        known = true;
        text.append("%s: sent again %d of %s%n".formatted(service, sendRest(path, answer), topic));
      }
    }
    if (!known) {
      throw new FleetException("no service reads the topic " + topic);
    }
    return text.toString();
  }

  /** Repeats it until all are sent that were open when it was asked first. */
  private int sendRest(String path, Answer first) {
    var answer = first.orFail("not sent").body();
    int sent = answer.path("sent").asInt();
    while (answer.path("left").asInt() > 0) {
      var next = post(path + "?upTo=" + answer.path("upTo").asLong()).orFail("not sent").body();
      if (next.path("sent").asInt() == 0) {
        throw new FleetException(
            "sent %d, but not the other %d".formatted(sent, next.path("left").asInt()));
      }
      sent += next.path("sent").asInt();
      answer = next;
    }
    return sent;
  }

  private Answer post(String path) {
    return api.post(path, token, null, Map.of());
  }

  private static String text(JsonNode node, String field) {
    var value = node.path(field);
    return value.isNull() ? "-" : value.asString("-");
  }
}
