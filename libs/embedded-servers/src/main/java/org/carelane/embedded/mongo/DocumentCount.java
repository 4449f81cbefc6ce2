package org.carelane.embedded.mongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Optional;

/**
 * Drivers count documents by an aggregation, for which mongo-java-server reads all of them. It
 * answers a {@code count} from an index, so such an aggregation is replaced by a {@code count}.
 */
final class DocumentCount {

  private static final Document SUM =
      new Document("$group", new Document("_id", 1).append("n", new Document("$sum", 1)));

  private DocumentCount() {}

  /** The aggregation as a {@code count}; empty if it does anything else. */
  static Optional<Document> asCommand(Document aggregate) {
    if (!(aggregate.get("pipeline") instanceof List<?> stages)
        || stages.size() < 2
        || !SUM.equals(stages.getLast())) {
      return Optional.empty();
    }
    var count = new Document("count", aggregate.get("aggregate"));
    for (var stage : stages.subList(0, stages.size() - 1)) {
      count.putAll((Document) stage);
    }
    // Stages in any other order mean something else.
    return switch (String.join(" ", count.keySet())) {
      case "count $match", "count $match $limit" ->
          Optional.of(
              new Document("count", count.get("count"))
                  .append("query", count.get("$match"))
                  .append("limit", count.getOrDefault("$limit", 0)));
      default -> Optional.empty();
    };
  }

  /** The aggregation's reply: without a document if the count is 0. */
  static Document asReply(String namespace, Document counted) {
    var n = counted.get("n");
    List<Document> batch =
        Integer.valueOf(0).equals(n) ? List.of() : List.of(new Document("_id", 1).append("n", n));
    return new Document(
            "cursor", new Document("id", 0L).append("ns", namespace).append("firstBatch", batch))
        .append("ok", 1.0);
  }
}
