package org.carelane.notifications.recipient;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * @param id the account's
 * @param email as the account has it; not verified
 * @param disabled whether the account can no longer sign in; it still gets e-mails, as its
 *     appointments may change
 * @param asOf time of the event that these values are from
 */
@Document(Recipient.COLLECTION)
public record Recipient(@Id String id, String email, String name, boolean disabled, Instant asOf) {

  static final String COLLECTION = "recipients";
}
