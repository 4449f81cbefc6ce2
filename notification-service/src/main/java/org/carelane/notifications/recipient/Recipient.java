package org.carelane.notifications.recipient;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * @param id the account's
 * @param email as the account has it; nobody promises that it is one
 * @param disabled true when the account can no longer sign in. Its appointments may still change,
 *     and its holder is told.
 * @param asOf when auth-service said so
 */
@Document(Recipient.COLLECTION)
public record Recipient(@Id String id, String email, String name, boolean disabled, Instant asOf) {

  static final String COLLECTION = "recipients";
}
