package org.carelane.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A newer release runs beside this one, and writes into the same database. */
@AuthServiceIsRunning
class RollingUpgradeTest {

  private static final String ACCOUNTS = "/api/v1/admin/accounts";

  @Autowired MongoTemplate mongo;
  @LocalServerPort int port;
  Client api;

  @BeforeEach
  void speakHttp() {
    api = Client.at(port);
  }

  @Test
  void furtherFieldsOfAnAccountSurviveItsSaves() {
    var admin = People.asAdmin(api);
    var someone = People.with(admin, "DOCTOR");
    newerReleaseWrites("accounts", Filters.eq(someone.id()), "locale", "tr");

    for (var change : new String[] {"/disable", "/enable"}) {
      var path = ACCOUNTS + "/" + someone.id() + change;
      assertThat(admin.post(path, Map.of()).status()).isEqualTo(200);
      assertThat(find("accounts", Filters.eq(someone.id()))).containsEntry("locale", "tr");
    }
  }

  @Test
  void furtherFieldsOfASignInSurviveItsRefresh() {
    var someone = People.registered(api);
    var first = someone.signIn(api).text("refreshToken");
    var family = Filters.eq("accountId", someone.id());
    assertThat(mongo.getCollection("token_families").countDocuments(family)).isOne();
    newerReleaseWrites("token_families", family, "device", "phone");

    var second = api.refresh(first);
    assertThat(second.status()).isEqualTo(200);
    assertThat(api.refresh(second.text("refreshToken")).status()).isEqualTo(200);

    assertThat(find("token_families", family)).containsEntry("device", "phone");
  }

  private void newerReleaseWrites(String collection, Bson which, String field, String value) {
    var written = mongo.getCollection(collection).updateOne(which, Updates.set(field, value));
    assertThat(written.getModifiedCount()).isOne();
  }

  private Document find(String collection, Bson which) {
    return mongo.getCollection(collection).find(which).first();
  }
}
