package org.carelane.notifications.notification.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.carelane.contracttesting.Contract;
import org.carelane.messaging.Message;
import org.carelane.notifications.notification.AccountMailCommand;
import org.carelane.notifications.notification.AccountMailCommand.SendEmailVerification;
import org.carelane.notifications.notification.AccountMailCommand.SendPasswordReset;
import org.junit.jupiter.api.Test;

class LetterCommandsContractTest {

  @Test
  void sendPasswordResetIsUnderstood() {
    var command = (SendPasswordReset) read("SendPasswordReset");
    assertThat(command.email()).isEqualTo("amina.yusuf@example.com");
    assertThat(command.expiresAt()).isEqualTo("2027-03-02T09:41:17.530Z");
    assertThat(command.token()).startsWith(command.accountId() + ".");
    assertThat(command.toString()).doesNotContain(command.token());
  }

  @Test
  void sendEmailVerificationIsUnderstood() {
    var command = (SendEmailVerification) read("SendEmailVerification");
    assertThat(command.email()).isEqualTo("amina.yusuf@example.com");
    assertThat(command.expiresAt()).isEqualTo("2027-02-21T18:04:11.250Z");
    assertThat(command.toString()).doesNotContain(command.token());
  }

  @Test
  void laterVersionsAreLetPass() {
    assertThat(LetterCommands.read(new Message("m1", "SendPasswordReset.v2", "key", "{}", null)))
        .isEmpty();
  }

  private static AccountMailCommand read(String type) {
    var example = Contract.of("letter.commands", type).example();
    return LetterCommands.read(new Message("m1", type + ".v1", "key", example, null)).orElseThrow();
  }
}
