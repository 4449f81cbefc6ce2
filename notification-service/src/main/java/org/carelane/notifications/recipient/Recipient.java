package org.carelane.notifications.recipient;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * @param id the account's
 * @param email as the account has it
 * @param verified whether the address is known to be its owner's; {@code null} if nothing was said
 *     of it
 * @param disabled whether the account can no longer sign in; it still gets e-mails, as its
 *     appointments may change
 * @param asOf time of the event that these values are from
 */
@Document(Recipient.COLLECTION)
public record Recipient(
    @Id String id,
    String email,
    @Nullable Boolean verified,
    String name,
    boolean disabled,
    Instant asOf) {

  static final String COLLECTION = "recipients";

  /**
   * By what name to greet. {@code null} while the address may be a stranger's: whoever registered
   * it must not be able to send him a text.
   */
  public @Nullable String greetedAs() {
    return Boolean.TRUE.equals(verified) ? name : null;
  }
}
