package org.carelane.notifications.recipient.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.carelane.contracttesting.Contract;
import org.carelane.messaging.Message;
import org.carelane.notifications.recipient.Recipient;
import org.junit.jupiter.api.Test;

class AccountEventsContractTest {

  private static final String ACCOUNT = "01a3d3ea-6672-7295-bf7a-8bd8b3f2884c";

  @Test
  void accountRegisteredIsUnderstood() {
    assertThat(read("AccountRegistered", AccountRegistered.class).recipient())
        .isEqualTo(recipientAsOf("2027-02-20T18:04:11.250Z", false));
  }

  @Test
  void accountUpdatedIsUnderstood() {
    assertThat(read("AccountUpdated", AccountUpdated.class).recipient())
        .isEqualTo(recipientAsOf("2027-02-25T08:12:45.900Z", true));
  }

  private static Recipient recipientAsOf(String at, boolean verified) {
    return new Recipient(
        ACCOUNT, "amina.yusuf@example.com", verified, "Amina Yusuf", false, Instant.parse(at));
  }

  private static <T extends Record> T read(String type, Class<T> as) {
    var example = Contract.of("account.events", type).example();
    return new Message("m1", type + ".v1", "key", example, null).as(as);
  }
}
