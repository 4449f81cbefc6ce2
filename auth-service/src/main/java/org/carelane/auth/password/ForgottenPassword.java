package org.carelane.auth.password;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A request for a mail to an address, for which there need not be an account.
 *
 * @param requestedAt and so due at once
 */
@Document(ForgottenPassword.COLLECTION)
record ForgottenPassword(@Id String id, String email, @Indexed Instant requestedAt) {

  static final String COLLECTION = "forgotten_passwords";
  static final String DUE = "requestedAt";

  @Override
  public String toString() {
    return "ForgottenPassword[" + id + "]";
  }
}
