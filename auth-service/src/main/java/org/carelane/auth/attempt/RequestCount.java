package org.carelane.auth.attempt;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * How often something was asked for.
 *
 * @param id what, and by or for whom
 */
@Document("mail_request_counts")
record RequestCount(
    @Id String id, Failures requests, @Indexed Instant expiresAt, @Version @Nullable Long version) {

  static RequestCount none(String id) {
    return new RequestCount(id, Failures.NONE, Instant.EPOCH, null);
  }

  Instant opens(Limit limit) {
    return limit.opens(requests);
  }

  RequestCount more(Instant now, Limit limit) {
    var more = requests.more(1, now, limit);
    return new RequestCount(id, more, now.plus(limit.forgottenAfter()), version);
  }
}
