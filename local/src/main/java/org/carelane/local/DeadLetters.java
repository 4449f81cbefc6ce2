package org.carelane.local;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.carelane.local.PublicApi.Answer;

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
      case "show" -> show(DeadLetterPlace.of(words));
      case "send-again" ->
          words.getLast().equals("all")
              ? sendAllAgain(DeadLetterPlace.topic(words))
              : settle(DeadLetterPlace.of(words), "send-again");
      case "dismiss" -> settle(DeadLetterPlace.of(words), "dismiss");
      default ->
          throw new FleetException(
              "./fleet dead-letters has no \"" + words.getFirst() + "\"; try help");
    };
  }

  private String list(String state) {
    var text = new StringBuilder();
    for (var service : Services.CONSUMERS) {
      var page = api.get(PATH + service + "?limit=" + LISTED + "&state=" + state, token);
      if (page.status() == 200) {
        page.body().path("items").forEach(it -> text.append(DeadLetterText.line(service, it)));
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

  private String show(DeadLetterPlace place) {
    return DeadLetterText.whole(
        ofItsService(place, path -> api.get(path, token)).orFail("not shown").body());
  }

  private String settle(DeadLetterPlace place, String how) {
    var answer = ofItsService(place, path -> post(path + "/" + how));
    if (answer.status() == CONFLICT) {
      throw new FleetException(
          "%s is settled already: %s"
              .formatted(place.path(), DeadLetterText.field(answer.body(), "state")));
    }
    return DeadLetterText.settled(answer.orFail("not done").body());
  }

  /** Several services may read a topic, and each answers for its own dead letters. */
  private Answer ofItsService(DeadLetterPlace place, Function<String, Answer> call) {
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
}
