package org.carelane.auth;

import java.util.List;
import org.carelane.contracttesting.Contract;
import org.carelane.testservers.RecordedMessage;
import org.carelane.testservers.RecordedMessages;
import tools.jackson.databind.json.JsonMapper;

/** Reads the tokens that are to be mailed. */
final class Letters {

  private Letters() {}

  /** The tokens of all mails of that type to an account, in their order, once there are so many. */
  static List<String> tokens(String type, String accountId, int count) {
    try (var commands = RecordedMessages.of("letter.commands")) {
      return commands.await(count, it -> it.is(type, accountId)).stream()
          .map(it -> token(type, it))
          .toList();
    }
  }

  static String verificationOf(String accountId) {
    return tokens("SendEmailVerification", accountId, 1).getFirst();
  }

  static String resetOf(String accountId) {
    return tokens("SendPasswordReset", accountId, 1).getFirst();
  }

  private static String token(String type, RecordedMessage message) {
    Contract.of("letter.commands", type).assertValid(message.body());
    return JsonMapper.shared().readTree(message.body()).path("token").asString();
  }
}
