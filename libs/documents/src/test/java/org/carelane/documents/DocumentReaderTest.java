package org.carelane.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.conversions.Bson;
import org.carelane.testservers.Servers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationEvent;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.Field;
import org.springframework.data.mongodb.core.query.Query;

@ExtendWith(OutputCaptureExtension.class)
class DocumentReaderTest {

  enum Colour {
    RED,
    GREEN
  }

  sealed interface State {}

  @TypeAlias("on")
  record On(int since) implements State {}

  @Document("lamps")
  record Lamp(
      @Id String id, @Field("tint") Colour colour, State state, Instant madeAt, int place) {}

  record Named(@Id String id) {}

  private final MongoClient client = MongoClients.create(Servers.running().mongoUri());
  private final MongoTemplate mongo = new MongoTemplate(client, "lamps_" + UUID.randomUUID());
  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final NewerDocuments newer = new NewerDocuments();
  private final DocumentReader reader =
      new DocumentReader(
          mongo,
          event -> newer.onApplicationEvent(asEvent(event)),
          new UnreadableDocuments(meters, List.of("lamps")));

  @BeforeEach
  void fiveLamps() {
    IntStream.range(0, 5)
        .mapToObj(i -> new Lamp("l" + i, Colour.RED, new On(i), Instant.EPOCH, i))
        .forEach(mongo::insert);
  }

  @AfterEach
  void disconnect() {
    client.close();
  }

  static List<Bson> malformed() {
    return List.of(
        Updates.set("tint", "ULTRAVIOLET"),
        Updates.set("state._class", "dimmed"),
        Updates.set("state", "on"),
        Updates.set("madeAt", new org.bson.Document("year", 2027)),
        Updates.set("place", "third"),
        Updates.unset("state"),
        Updates.unset("madeAt"));
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void oneThatCannotBeReadDoesNotHideTheOthers(Bson change, CapturedOutput output) {
    write("l1", change);

    assertThat(ids(reader.readable(inOrder(), Lamp.class))).containsExactly("l0", "l2", "l3", "l4");
    reader.readable(inOrder(), Lamp.class);

    assertThat(meters.get("carelane.documents.unreadable").counter().count()).isEqualTo(2);
    var said = output.getOut().lines().filter(it -> it.contains("cannot read lamps l1")).toList();
    assertThat(said).as("once").hasSize(1);
    assertThat(said.getFirst()).doesNotContain("ULTRAVIOLET", "dimmed", "third");
  }

  @Test
  void itIsRefusedByNameAndWithoutContentToWhoeverWantsItAlone() {
    write("l1", Updates.set("tint", "ULTRAVIOLET"));

    for (var wanted :
        List.<Runnable>of(
            () -> reader.find("l1", Lamp.class),
            () -> reader.first(query(where("place").is(1)), Lamp.class),
            () -> reader.all(inOrder(), Lamp.class))) {
      assertThatThrownBy(wanted::run)
          .isInstanceOf(UnreadableDocument.class)
          .hasMessageContaining("lamps l1")
          .hasNoCause()
          .message()
          .doesNotContain("ULTRAVIOLET");
    }
    assertThat(reader.find("l2", Lamp.class))
        .hasValueSatisfying(it -> assertThat(it.place()).isEqualTo(2));
    assertThat(reader.find("l9", Lamp.class)).isEmpty();
  }

  @Test
  void aLimitIsForThoseThatCanBeRead() {
    write("l0", Updates.set("tint", "ULTRAVIOLET"));
    write("l1", Updates.set("place", "1st"));
    write("l3", Updates.set("madeAt", true));

    assertThat(ids(reader.readable(inOrder().limit(1), Lamp.class))).containsExactly("l2");
    assertThat(ids(reader.readable(inOrder().limit(2), Lamp.class))).containsExactly("l2", "l4");
    assertThat(ids(reader.readable(inOrder().limit(3), Lamp.class))).containsExactly("l2", "l4");
  }

  @Test
  void oneOfANewerReleaseIsLeftOutAndNotCounted() {
    write("l1", Updates.set("format", 2));

    assertThat(ids(reader.readable(inOrder().limit(2), Lamp.class))).containsExactly("l0", "l2");
    assertThatThrownBy(() -> reader.find("l1", Lamp.class)).isInstanceOf(NewerDocument.class);
    assertThat(meters.get("carelane.documents.unreadable").counter().count()).isZero();
  }

  @Test
  void findsByPropertiesAndReadsWhatIsAskedFor() {
    write("l1", Updates.set("tint", "GREEN"));
    assertThat(ids(reader.all(query(where("colour").is(Colour.GREEN)), Lamp.class)))
        .containsExactly("l1");

    var onlyIds = inOrder();
    onlyIds.fields().include("_id");
    write("l0", Updates.set("tint", "ULTRAVIOLET"));
    assertThat(reader.readable(onlyIds, Named.class, "lamps"))
        .extracting(Named::id)
        .containsExactly("l0", "l1", "l2", "l3", "l4");
  }

  private static Query inOrder() {
    return new Query().with(Sort.by("_id"));
  }

  private void write(String id, Bson change) {
    mongo.getCollection("lamps").updateOne(Filters.eq(id), change);
  }

  private static List<String> ids(List<Lamp> lamps) {
    return lamps.stream().map(Lamp::id).toList();
  }

  @SuppressWarnings("unchecked")
  private static <T extends ApplicationEvent> T asEvent(Object event) {
    return (T) event;
  }
}
