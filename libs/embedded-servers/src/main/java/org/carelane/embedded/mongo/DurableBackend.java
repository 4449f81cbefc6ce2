package org.carelane.embedded.mongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.h2.mvstore.MVStore;

/**
 * The H2 backend of mongo-java-server with four corrections: it answers {@code hello}, it
 * acknowledges a write only when it is in the journal, it counts by indexes, and it refuses index
 * options that it would otherwise accept and ignore.
 */
public final class DurableBackend extends H2Backend {

  /** Commands that change nothing; all others wait for the journal. */
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

  /** In bytes. A larger journal is folded, see {@link JournalledCommit}. */
  private static final int JOURNAL_LIMIT = 8 * 1024 * 1024;

  private final StoredMaps maps;
  private final GroupCommit commits;

  private DurableBackend(MVStore store, StoredMaps maps, GroupCommit commits) {
    this.maps = maps;
    this.commits = commits;
    super(store);
  }

  /** Keeps data in memory only. */
  public static DurableBackend forgetful() {
    var store = new MVStore.Builder().open();
    store.setVersionsToKeep(0);
    return new DurableBackend(store, new StoredMaps(store, null), GroupCommit.none());
  }

  /**
   * Keeps data in two files of the directory, and acknowledges a write when it is in one of them.
   */
  public static DurableBackend keeping(Path directory) throws IOException {
    var store = store(directory.resolve("mongo.mv"));
    var changes = new Changes(JOURNAL_LIMIT);
    var maps = new StoredMaps(store, changes);
    var journal = Journal.open(directory.resolve("mongo.journal"), JOURNAL_LIMIT);
    return new DurableBackend(store, maps, new JournalledCommit(store, maps, journal, changes));
  }

  /** Opens a store that commits only when it is told to, and keeps no old versions of pages. */
  static MVStore store(Path file) {
    var store =
        new MVStore.Builder()
            .fileName(file.toString())
            .autoCommitDisabled()
            .autoCommitBufferSize(0)
            .open();
    store.setRetentionTime(0);
    store.setVersionsToKeep(0);
    return store;
  }

  @Override
  protected MongoDatabase openOrCreateDatabase(String name) {
    return new StoredDatabase(name, getMvStore(), maps, getCursorRegistry());
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
