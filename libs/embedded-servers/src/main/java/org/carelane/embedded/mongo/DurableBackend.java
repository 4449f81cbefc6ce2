package org.carelane.embedded.mongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.h2.mvstore.MVStore;

/**
 * The H2 backend of mongo-java-server with four things mended: it answers {@code hello}, it
 * acknowledges a write only when a commit holds it, it counts by indexes, and it refuses index
 * options that it would otherwise accept and ignore.
 */
public final class DurableBackend extends H2Backend {

  /** What changes nothing; anything else waits for a commit. */
  private static final Set<String> READS =
      Set.of(
          "aggregate",
          "buildinfo",
          "collstats",
          "count",
          "dbstats",
          "distinct",
          "endsessions",
          "find",
          "getmore",
          "hello",
          "ismaster",
          "killcursors",
          "listcollections",
          "listdatabases",
          "listindexes",
          "ping",
          "serverstatus",
          "whatsmyuri");

  private static final Set<String> INDEX_OPTIONS =
      Set.of("v", "key", "name", "ns", "unique", "sparse", "background");

  private final GroupCommit commits;

  private DurableBackend(MVStore store, GroupCommit commits) {
    super(store);
    this.commits = commits;
  }

  /** Keeps nothing. */
  public static DurableBackend forgetful() {
    var store = new MVStore.Builder().open();
    store.setVersionsToKeep(0);
    return new DurableBackend(store, GroupCommit.none());
  }

  /** Acknowledges a write when {@code file} holds it. */
  public static DurableBackend keeping(Path file) {
    var store =
        new MVStore.Builder()
            .fileName(file.toString())
            .autoCommitDisabled()
            .autoCommitBufferSize(0)
            .open();
    store.setRetentionTime(0);
    store.setVersionsToKeep(0);
    return new DurableBackend(store, GroupCommit.of(store));
  }

  @Override
  protected MongoDatabase openOrCreateDatabase(String name) {
    return new StoredDatabase(name, getMvStore(), getCursorRegistry());
  }

  @Override
  public Document handleCommand(Channel channel, String database, String command, Document query) {
    var name = command.toLowerCase(Locale.ROOT);
    if (name.equals("hello")) {
      return hello(channel);
    }
    if (name.equals("createindexes")) {
      var refused = ignoredIndexOptions(query);
      if (!refused.isEmpty()) {
        return refusal("this embedded server would ignore the index options " + refused);
      }
    }
    if (name.equals("aggregate")) {
      var count = DocumentCount.asCommand(query);
      if (count.isPresent()) {
        var counted = super.handleCommand(channel, database, "count", count.get());
        return DocumentCount.asReply(database + "." + query.get("aggregate"), counted);
      }
    }
    if (READS.contains(name) && !writesItsResult(query)) {
      return super.handleCommand(channel, database, command, query);
    }
    return commits.write(() -> super.handleCommand(channel, database, command, query));
  }

  private Document hello(Channel channel) {
    var answer = super.handleCommand(channel, "admin", "ismaster", new Document("ismaster", 1));
    return answer.append("isWritablePrimary", true);
  }

  private static List<String> ignoredIndexOptions(Document query) {
    return query.get("indexes") instanceof Collection<?> indexes
        ? indexes.stream()
            .flatMap(index -> ((Document) index).keySet().stream())
            .filter(option -> !INDEX_OPTIONS.contains(option))
            .distinct()
            .toList()
        : List.of();
  }

  private static boolean writesItsResult(Document query) {
    return query.get("pipeline") instanceof Collection<?> stages
        && stages.stream()
            .map(Document.class::cast)
            .anyMatch(stage -> stage.containsKey("$out") || stage.containsKey("$merge"));
  }

  private static Document refusal(String reason) {
    return new Document("ok", 0)
        .append("errmsg", reason)
        .append("code", 72)
        .append("codeName", "InvalidOptions");
  }

  @Override
  public void close() {
    commits.close();
    super.close();
  }
}
