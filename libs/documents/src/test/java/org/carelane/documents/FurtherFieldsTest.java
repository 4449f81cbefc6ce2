package org.carelane.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.core.TypeInformation;
import org.springframework.data.mongodb.MongoManagedTypes;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.NoOpDbRefResolver;
import org.springframework.data.mongodb.core.mapping.Field;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;
import org.springframework.data.mongodb.core.mapping.event.AfterLoadEvent;
import org.springframework.data.mongodb.core.mapping.event.AfterSaveEvent;
import org.springframework.data.mongodb.core.mapping.event.BeforeSaveEvent;

/** A chest of a newer release is loaded, changed and saved by this one. */
class FurtherFieldsTest {

  record Chest(
      @Id String id,
      @Version @Nullable Long version,
      @Field("lid") Lid cover,
      Lock lock,
      List<Item> items,
      Map<String, Integer> counts) {

    Chest with(Lock other) {
      return new Chest(id, version, cover, other, items, counts);
    }

    Chest with(List<Item> others) {
      return new Chest(id, version, cover, lock, others, counts);
    }
  }

  record Lid(String wood) {}

  record Item(String name, Lid box) {}

  sealed interface Lock {}

  @TypeAlias("open")
  record Open(Lid by) implements Lock {}

  @TypeAlias("shut")
  record Shut(Lid by, int turns) implements Lock {}

  private static final Item RING = new Item("ring", new Lid("oak"));
  private static final Item COIN = new Item("coin", new Lid("ash"));
  private static final Chest CHEST =
      new Chest(
          "c1", 0L, new Lid("oak"), new Open(new Lid("elm")), List.of(RING, COIN), Map.of("a", 1));

  private final MappingMongoConverter converter = converter();
  private final KeptFields kept = new KeptFields(new KnownFields(converter, Set.of("derived")));

  @Test
  void areKeptInTheDocumentAndInItsParts() {
    var stored = stored(CHEST).append("owner", "Ada").append("marks", List.of(1));
    part(stored, "lid").append("paint", new Document("colour", "red"));
    part(stored, "lock").append("since", 5L);
    part(part(stored, "lock"), "by").append("age", 7);

    assertThat(savedAfterLoadOf(stored, CHEST)).isEqualTo(next(stored));
  }

  @Test
  void areKeptInItemsOfAListThatAreThereStill() {
    var stored = stored(CHEST);
    stored.getList("items", Document.class).get(0).append("weight", 3);
    part(stored.getList("items", Document.class).get(1), "box").append("paint", "red");
    var silver = new Item("silver", new Lid("fir"));

    var saved = savedAfterLoadOf(stored, CHEST.with(List.of(silver, COIN)));

    assertThat(saved.getList("items", Document.class))
        .containsExactly(write(silver), stored.getList("items", Document.class).get(1));
  }

  @Test
  void ofAStateDoNotGoIntoAnotherState() {
    var stored = stored(CHEST);
    part(stored, "lock").append("since", 5L);
    part(part(stored, "lock"), "by").append("age", 7);

    var lock = part(savedAfterLoadOf(stored, CHEST.with(new Shut(new Lid("elm"), 2))), "lock");

    assertThat(lock).doesNotContainKey("since");
    assertThat(part(lock, "by")).as("carried over").containsEntry("age", 7);
  }

  @Test
  void areKeptBySavesWithoutALoadInBetween() {
    var stored = stored(CHEST).append("owner", "Ada");
    var once = savedAfterLoadOf(stored, CHEST);
    kept.onAfterSave(new AfterSaveEvent<>(CHEST, once, "chests"));

    assertThat(saved(next(next(stored(CHEST))))).containsEntry("owner", "Ada");
  }

  @Test
  void ofAnotherRevisionOrDocumentAreNotPutIn() {
    savedAfterLoadOf(stored(CHEST).append("owner", "Ada"), CHEST);

    assertThat(saved(stored(CHEST))).as("inserted").doesNotContainKey("owner");
    assertThat(saved(next(next(stored(CHEST))))).as("later").doesNotContainKey("owner");
    assertThat(saved(next(stored(CHEST)).append("_id", "c2"))).doesNotContainKey("owner");
  }

  @Test
  void thatWereRemovedMeanwhileAreForgotten() {
    load(stored(CHEST).append("owner", "Ada"));
    assertThat(savedAfterLoadOf(stored(CHEST), CHEST)).isEqualTo(next(stored(CHEST)));
  }

  @Test
  void whatIsDerivedAndWhatIsKnownIsNeverAFurtherField() {
    var stored = stored(CHEST).append("derived", 1);
    assertThat(
            new KnownFields(converter, Set.of("derived"))
                .furtherIn(stored, TypeInformation.of(Chest.class))
                .isEmpty())
        .isTrue();
    assertThat(savedAfterLoadOf(stored, CHEST)).doesNotContainKey("derived");
  }

  private Document savedAfterLoadOf(Document stored, Chest changed) {
    load(stored);
    return saved(next(stored(changed)));
  }

  private void load(Document stored) {
    kept.onAfterLoad(new AfterLoadEvent<>(stored, asObject(Chest.class), "chests"));
  }

  private Document saved(Document written) {
    kept.onBeforeSave(new BeforeSaveEvent<>(CHEST, written, "chests"));
    return written;
  }

  private Document stored(Chest chest) {
    return write(chest);
  }

  private static Document next(Document document) {
    return new Document(document).append("version", document.getLong("version") + 1);
  }

  private Document write(Object object) {
    var document = new Document();
    converter.write(object, document);
    if (!(object instanceof Chest)) {
      document.remove("_class");
    }
    return document;
  }

  private static Document part(Document document, String field) {
    return document.get(field, Document.class);
  }

  @SuppressWarnings("unchecked")
  private static Class<Object> asObject(Class<?> type) {
    return (Class<Object>) type;
  }

  private static MappingMongoConverter converter() {
    var context = new MongoMappingContext();
    context.setManagedTypes(MongoManagedTypes.from(Chest.class, Open.class, Shut.class));
    context.afterPropertiesSet();
    var converter = new MappingMongoConverter(NoOpDbRefResolver.INSTANCE, context);
    converter.afterPropertiesSet();
    return converter;
  }
}
