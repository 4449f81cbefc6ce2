package org.carelane.notifications.recipient;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carelane.documents.DocumentReader;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

@Repository
public class Recipients {

  private final MongoOperations mongo;
  private final DocumentReader reader;

  Recipients(MongoOperations mongo, DocumentReader reader) {
    this.mongo = mongo;
    this.reader = reader;
  }

  public Optional<Recipient> find(String accountId) {
    return reader.find(accountId, Recipient.class);
  }

  /** Those that are known, by account. */
  public Map<String, Recipient> find(List<String> accountIds) {
    return reader.all(query(where("_id").in(accountIds)), Recipient.class).stream()
        .collect(Collectors.toMap(Recipient::id, Function.identity()));
  }

  /** Stores a recipient, unless a newer state of it is stored. A repetition changes nothing. */
  public void note(Recipient recipient) {
    try {
      mongo.insert(recipient);
    } catch (DuplicateKeyException e) {
      mongo.updateFirst(
          query(where("_id").is(recipient.id()).and("asOf").lte(recipient.asOf())),
          update(recipient),
          Recipient.class);
    }
  }

  /** The release before says nothing of what is verified: then it stays as it is. */
  private static Update update(Recipient recipient) {
    var update =
        new Update()
            .set("email", recipient.email())
            .set("name", recipient.name())
            .set("disabled", recipient.disabled())
            .set("asOf", recipient.asOf());
    return recipient.verified() == null ? update : update.set("verified", recipient.verified());
  }
}
