package org.carelane.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A newer release runs beside this one, and writes into the same database. */
@NotificationServiceIsRunning
class RollingUpgradeTest {

  @Autowired private MongoTemplate mongo;
  private MongoCollection<Document> documents;

  @BeforeEach
  void open() {
    documents = mongo.getCollection("notifications");
  }

  @Test
  void furtherFieldsAreReadOverAndSurviveEverySave() {
    var visit = Visit.ofReachablePatient().withAccount();
    visit.sendConfirmation();
    assertThat(visit.reply().type()).isEqualTo("ConfirmationDelivered");
    await().until(() -> find(visit).getList("outbox", Document.class).isEmpty());
    var version = find(visit).getLong("version");
    documents.updateOne(
        ofVisit(visit),
        Updates.combine(
            Updates.set("locale", "tr"),
            Updates.set("state.receipt", new Document("code", 250)),
            Updates.set("attempts.0.host", "mx1")));

    visit.sendConfirmation();
    visit.replies(2);

    await().until(() -> find(visit).getLong("version") > version);
    var notification = find(visit);
    assertThat(notification).containsEntry("locale", "tr");
    assertThat(notification.get("state", Document.class))
        .containsEntry("receipt", new Document("code", 250));
    assertThat(notification.getList("attempts", Document.class))
        .extracting(it -> it.get("result"), it -> it.get("host"))
        .containsExactly(tuple("accepted", "mx1"));
  }

  private Document find(Visit visit) {
    return documents.find(ofVisit(visit)).first();
  }

  private static Bson ofVisit(Visit visit) {
    return Filters.eq("appointmentId", visit.appointment());
  }
}
