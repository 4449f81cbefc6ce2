package org.carelane.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A document that nobody can read stops only what is about itself. */
@AuthServiceIsRunning
class UnreadableDocumentTest {

  private static final String ACCOUNTS = "/api/v1/admin/accounts";

  @Autowired MongoTemplate mongo;
  @LocalServerPort int port;
  Client api;
  Client admin;

  @BeforeEach
  void signIn() {
    api = Client.at(port);
    admin = People.asAdmin(api);
  }

  @Test
  void anAccountDoesNotHideTheOthers() {
    var mark = UUID.randomUUID().toString();
    var ids =
        List.of("a", "b", "c").stream()
            .map(
                name ->
                    Map.of(
                        "email",
                        name + mark + "@example.com",
                        "password",
                        People.PASSWORD,
                        "name",
                        name,
                        "roles",
                        List.of("DOCTOR")))
            .map(account -> admin.post(ACCOUNTS, account).text("id"))
            .toList();
    write("accounts", Filters.eq(ids.getFirst()), Updates.set("roles", List.of("WIZARD")));

    assertThat(admin.get(ACCOUNTS + "?q=" + mark).each("id")).isEqualTo(ids.subList(1, 3));
    var page = admin.get(ACCOUNTS + "?limit=1&q=" + mark);
    assertThat(page.each("id")).containsExactly(ids.get(1));
    assertThat(page.nextCursor()).isNotNull();
    assertThat(admin.post(ACCOUNTS + "/" + ids.getFirst() + "/disable", Map.of()).refused())
        .isEqualTo("500 internal-error");
  }

  private void write(String collection, Bson which, Bson change) {
    assertThat(mongo.getCollection(collection).updateOne(which, change).getModifiedCount()).isOne();
  }
}
