package org.carelane.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.Date;
import org.bson.conversions.Bson;
import org.carelane.rest.Ids;
import org.carelane.testservers.Api;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A document that nobody can read stops only what is about itself. */
@ChatServiceIsRunning
class UnreadableDocumentTest {

  @LocalServerPort private int port;
  @Autowired private MongoTemplate mongo;
  private Api api;
  private Pair pair;

  @BeforeEach
  void meet() {
    api = Api.at(port);
    pair = Pair.withConversation(api);
  }

  @Test
  void aConversationDoesNotHideTheOthers() {
    var broken = new Pair(pair.doctor(), Ids.next());
    broken.confirmAppointment();
    broken.awaitConversation(api);
    write("conversations", broken.conversation(), Updates.set("namedAt", "lately"));

    var doctor = api.as(pair.doctorToken());
    assertThat(doctor.get("/api/v1/conversations").each("id")).containsExactly(pair.conversation());
    assertThat(doctor.get("/api/v1/conversations?limit=1").each("id"))
        .containsExactly(pair.conversation());
    assertThat(doctor.get(broken.path()).refused()).isEqualTo("500 internal-error");
  }

  @Test
  void aMessageDoesNotHideTheOthers() {
    var patient = api.as(pair.patientToken());
    pair.say(patient, "Good morning");
    var broken = pair.say(patient, "Does it hurt?").text("id");
    pair.say(patient, "I am afraid");
    write("messages", broken, Updates.set("sentAt", new org.bson.Document("day", new Date(1))));

    assertThat(patient.get(pair.path() + "/messages").each("text"))
        .containsExactly("I am afraid", "Good morning");
    assertThat(patient.get(pair.path() + "/messages?limit=2").each("text"))
        .containsExactly("I am afraid", "Good morning");
    assertThat(pair.say(patient, "Still there?").status()).isEqualTo(201);
  }

  private void write(String collection, String id, Bson change) {
    var written = mongo.getCollection(collection).updateOne(Filters.eq(id), change);
    assertThat(written.getModifiedCount()).isOne();
  }
}
