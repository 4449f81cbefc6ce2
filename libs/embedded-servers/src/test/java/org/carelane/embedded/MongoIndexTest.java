package org.carelane.embedded;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index changes how fast a query is answered, never the answer. */
class MongoIndexTest {

  private static final int DOCUMENTS = 150;
  private static final int CHANGES = 500;
  private static final int QUERIES = 2_000;
  private static final List<String> FIELDS =
      List.of("a", "b", "c", "d", "n", "parts.x", "parts.y", "only", "_id");

  private final Random random = new Random(20261121);

  @Test
  void answersAreTheSameWithAndWithoutIndexes(@TempDir Path directory) throws Exception {
    try (var server = MongoServer.onDisk(directory, 0);
        var client = MongoClients.create(server.uri())) {
      var plain = client.getDatabase("test").getCollection("plain");
      var indexed = client.getDatabase("test").getCollection("indexed");
      for (int i = 0; i < DOCUMENTS; i++) {
        if (i == DOCUMENTS / 2) { // an index may come later than the documents
          createIndexes(indexed);
        }
        var document = randomDocument(i);
        plain.insertOne(document);
        indexed.insertOne(document);
      }
      change(plain, indexed);
      compare(plain, indexed);
    }
    try (var reopened = MongoServer.onDisk(directory, 0);
        var client = MongoClients.create(reopened.uri())) {
      var database = client.getDatabase("test");
      compare(database.getCollection("plain"), database.getCollection("indexed"));
    }
  }

  private static void createIndexes(MongoCollection<Document> collection) {
    collection.createIndex(Indexes.ascending("a"));
    collection.createIndex(Indexes.compoundIndex(Indexes.ascending("b"), Indexes.descending("a")));
    collection.createIndex(Indexes.ascending("parts.x"), new IndexOptions().sparse(true));
    collection.createIndex(Indexes.ascending("parts.x", "parts.y"));
    collection.createIndex(Indexes.ascending("c", "b"));
    collection.createIndex(Indexes.ascending("d"), new IndexOptions().sparse(true));
    collection.createIndex(Indexes.ascending("only"), new IndexOptions().unique(true).sparse(true));
    collection.createIndex(Indexes.ascending("c", "n"), new IndexOptions().unique(true));
  }

  private Document randomDocument(int id) {
    return randomContent(id).append("_id", idOf(id));
  }

  private static Object idOf(int id) {
    return id % 2 == 0 ? id : "id-" + id;
  }

  private Document randomContent(int id) {
    var document = new Document("n", id).append("c", random.nextInt(3));
    if (random.nextInt(4) > 0) {
      document.append("a", randomValue());
    }
    if (random.nextInt(4) > 0) {
      document.append("b", random.nextBoolean() ? randomValue() : randomArray());
    }
    if (random.nextInt(4) > 0) {
      document.append("d", random.nextBoolean() ? randomValue() : randomArray());
    }
    if (random.nextBoolean()) {
      document.append("parts", List.of(randomPart(), randomPart()));
    }
    if (random.nextInt(10) == 0) {
      document.append("only", "u" + id);
    }
    return document;
  }

  private List<?> randomArray() {
    return switch (random.nextInt(4)) {
      case 0 -> List.of();
      case 1 -> List.of(List.of(random.nextInt(3)), random.nextInt(5));
      case 2 -> List.of(randomPart(), random.nextInt(5));
      default -> List.of(random.nextInt(4), "s");
    };
  }

  private Document randomPart() {
    var part = new Document("x", randomValue());
    return random.nextInt(4) == 0 ? part : part.append("y", random.nextInt(3));
  }

  private Object randomValue() {
    List<Supplier<Object>> kinds =
        List.of(
            () -> random.nextInt(5),
            () -> (long) random.nextInt(5),
            () -> random.nextInt(5) + 0.5,
            () -> "s" + random.nextInt(5),
            () -> Instant.ofEpochSecond(random.nextInt(5)),
            random::nextBoolean,
            () -> null,
            () -> new Document("k", random.nextInt(3)));
    return kinds.get(random.nextInt(kinds.size())).get();
  }

  private void change(MongoCollection<Document> plain, MongoCollection<Document> indexed) {
    for (int i = 0; i < CHANGES; i++) {
      var change = randomChange();
      change.accept(plain);
      change.accept(indexed);
    }
  }

  /** Decided once, done to both. */
  private Consumer<MongoCollection<Document>> randomChange() {
    int id = random.nextInt(DOCUMENTS);
    var one = eq(idOf(id));
    var content = randomContent(id);
    var value = randomValue();
    var query = randomQuery();
    return switch (random.nextInt(10)) {
      case 0 -> documents -> documents.updateOne(one, Updates.unset("a"));
      case 1 -> documents -> documents.updateOne(one, Updates.unset("only"));
      case 2 -> documents -> documents.updateOne(one, Updates.set("b", value));
      case 3 -> documents -> documents.updateMany(eq("c", 1), Updates.set("d", value));
      case 4 -> documents -> documents.findOneAndUpdate(one, Updates.push("log", value));
      case 5 -> documents -> documents.deleteOne(one);
      case 6 -> documents -> documents.deleteMany(Filters.and(query, eq("c", 2), eq("n", id)));
      case 7, 8 ->
          documents -> documents.replaceOne(one, content, new ReplaceOptions().upsert(true));
      default -> documents -> documents.updateOne(one, Updates.set("a", value));
    };
  }

  private void compare(MongoCollection<Document> plain, MongoCollection<Document> indexed) {
    for (int i = 0; i < QUERIES; i++) {
      var query = randomQuery();
      var ids = ids(plain, query);
      assertThat(ids(indexed, query)).as(query.toString()).isEqualTo(ids);
      assertThat(indexed.countDocuments(query)).isEqualTo(ids.size());
      assertThat(indexed.countDocuments(query, new CountOptions().limit(2)))
          .isEqualTo(Math.min(2, ids.size()));
      var order = Sorts.orderBy(randomOrder(), Sorts.ascending("n"));
      int limit = 1 + random.nextInt(10);
      assertThat(indexed.find(query).sort(order).skip(1).limit(limit))
          .as("%s by %s", query, order)
          .containsExactlyElementsOf(plain.find(query).sort(order).skip(1).limit(limit));
    }
  }

  /** Not by fields with arrays, whose order in mongo-java-server is not total. */
  private Bson randomOrder() {
    var field = random.nextBoolean() ? "a" : "c";
    return random.nextBoolean() ? Sorts.ascending(field) : Sorts.descending(field);
  }

  private Document randomQuery() {
    var query = new Document();
    int fields = 1 + random.nextInt(3);
    for (int i = 0; i < fields; i++) {
      var field = FIELDS.get(random.nextInt(FIELDS.size()));
      query.append(field, randomCondition());
    }
    return random.nextInt(5) == 0
        ? new Document("$and", List.of(query, new Document("a", randomCondition())))
        : query;
  }

  private Object randomCondition() {
    return switch (random.nextInt(10)) {
      case 0 -> new Document("$gt", randomValue());
      case 1 -> new Document("$gte", randomValue()).append("$lt", randomValue());
      case 2 -> new Document("$lte", randomValue());
      case 3 ->
          new Document("$in", Arrays.asList(randomValue(), randomValue(), random.nextInt(100)));
      case 4 -> new Document("$exists", random.nextBoolean());
      case 5 -> new Document("$ne", randomValue());
      case 6 -> new Document("$eq", randomValue());
      case 7 -> new Document("$regex", "^.*[1-3]");
      case 8 -> random.nextInt(DOCUMENTS);
      default -> randomValue();
    };
  }

  private static Set<String> ids(MongoCollection<Document> collection, Bson query) {
    var ids = new TreeSet<String>();
    for (var document : collection.find(query)) {
      assertThat(ids.add(document.get("_id").toString())).as("found once").isTrue();
    }
    return ids;
  }

  @Test
  void aPageOfManyIsSortedAsAllOfThemAre() {
    try (var server = MongoServer.inMemory();
        var client = MongoClients.create(server.uri())) {
      var many = client.getDatabase("test").getCollection("many");
      var documents = new ArrayList<Document>();
      for (int i = 0; i < 5_000; i++) {
        documents.add(new Document("_id", i).append("rank", random.nextInt(50)));
      }
      many.insertMany(documents);
      documents.sort(
          Comparator.comparing((Document document) -> document.getInteger("rank"))
              .reversed()
              .thenComparing(document -> document.getInteger("_id")));

      assertThat(many.find().sort(Sorts.descending("rank")).skip(30).limit(70))
          .containsExactlyElementsOf(documents.subList(30, 100));
      assertThat(many.countDocuments(Filters.lt("_id", 1_234))).isEqualTo(1_234);
    }
  }

  @Test
  void nobodySeesADocumentHalfChanged() throws Exception {
    try (var server = MongoServer.inMemory();
        var client = MongoClients.create(server.uri());
        var threads = Executors.newFixedThreadPool(8)) {
      var pairs = client.getDatabase("test").getCollection("pairs");
      pairs.insertOne(new Document("_id", 1).append("x", 0).append("y", 0));
      Callable<Boolean> write = () -> increment(client);
      Callable<Boolean> read =
          () -> {
            var pair = pairs.find(eq(1)).first();
            return pair.get("x").equals(pair.get("y"));
          };
      var work = new ArrayList<Callable<Boolean>>();
      for (int i = 0; i < 2_000; i++) {
        work.add(i % 2 == 0 ? write : read);
      }

      assertThat(threads.invokeAll(work)).allMatch(outcome -> outcome.resultNow());
      assertThat(pairs.find(eq(1)).first().getInteger("x")).isEqualTo(1_000);
    }
  }

  private static boolean increment(MongoClient client) {
    var pairs = client.getDatabase("test").getCollection("pairs");
    var both = Updates.combine(Updates.inc("x", 1), Updates.inc("y", 1));
    return pairs.updateOne(eq(1), both).getModifiedCount() == 1;
  }
}
