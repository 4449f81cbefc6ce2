package org.carelane.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.carelane.rest.Ids;
import org.carelane.testservers.Api;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A document that nobody can read stops only what is about itself. */
@NotificationServiceIsRunning
class UnreadableDocumentTest {

  @LocalServerPort private int port;
  @Autowired private MongoTemplate mongo;

  @Test
  void aNotificationThatIsDueDoesNotHoldUpTheOthers() {
    var id = Ids.next();
    var letter = new Document("_class", "poem");
    var state = new Document("_class", "pending").append("commandId", "x").append("letter", letter);
    mongo
        .getCollection("notifications")
        .insertOne(
            new Document("_id", id)
                .append("_class", "notification")
                .append("version", 0L)
                .append("kind", "GREETING")
                .append("state", state.append("nextAttemptAt", new Date(1)))
                .append("outbox", List.of()));

    var visit = Visit.ofPatientAt("recovering.example").withAccount();
    visit.sendConfirmation();
    assertThat(visit.reply().type()).isEqualTo("ConfirmationDelivered");

    assertThat(mongo.getCollection("notifications").deleteOne(Filters.eq(id)).getDeletedCount())
        .isOne();
  }

  @Test
  void anItemOfAnInboxDoesNotHideTheOthers() {
    var visit = Visit.ofReachablePatient();
    visit.confirmed(Instant.parse("2027-03-01T10:15:52.311Z"));
    visit.cancelled(Instant.parse("2027-03-01T10:16:52.311Z"));
    var inbox = Api.at(port).as(visit.patientToken());
    var path = "/api/v1/notifications";
    await().until(() -> inbox.get(path).each("kind").size() == 2);
    var newest = inbox.get(path).each("id").getFirst();
    mongo.getCollection("inbox").updateOne(Filters.eq(newest), Updates.set("kind", "GREETING"));

    assertThat(inbox.get(path).each("kind")).containsExactly("APPOINTMENT_CONFIRMED");
    assertThat(inbox.get(path + "?limit=1").each("kind")).containsExactly("APPOINTMENT_CONFIRMED");
  }
}
