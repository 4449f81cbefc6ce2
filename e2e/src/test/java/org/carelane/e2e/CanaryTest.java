package org.carelane.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.carelane.e2e.People.Person;
import org.carelane.testservers.Api;
import org.junit.jupiter.api.Test;

/**
 * Whatever people type, and whatever goes wrong with it, none of it is in a log, a metric or a
 * span. Paths are logged: they hold ids, and no test types anything else into one.
 */
class CanaryTest {

  private static final List<String> SERVICES =
      List.of(
          "gateway",
          "discovery",
          "auth-service",
          "appointment-service",
          "payment-service",
          "notification-service",
          "chat-service");

  /** A service sends its spans in their order. */
  private static final Map<String, String> LAST_REQUESTS =
      Map.of(
          "auth-service", "/api/v1/auth/me",
          "appointment-service", "/api/v1/appointments",
          "payment-service", "/api/v1/payments",
          "notification-service", "/api/v1/notifications",
          "chat-service", "/api/v1/conversations",
          "gateway", "/api/v1/nothing");

  private final Canaries canaries = new Canaries();
  private final Api anyone = RunningFleet.api();
  private final Api admin = People.admin().api();

  @Test
  void nothingThatPeopleTypeIsInLogsMetricsOrTraces() throws Exception {
    var patient = registers();
    signInsThatFail(patient);
    accountsThatAreRefused();
    var clinic = opensAClinic();
    searches();
    schedulesThatAreRefused(clinic);
    var booking = books(patient, clinic);
    bookingsThatAreRefused(patient, clinic);
    mailsThatAreRefused(clinic);
    chats(patient, clinic.doctor());
    headers(patient);
    poison();

    assertThat(canaries.count()).isGreaterThanOrEqualTo(50);
    awaitTold(booking);
    List<String> found = new ArrayList<>(logs());
    found.addAll(metrics());
    found.addAll(spans());
    assertThat(found).isEmpty();
  }

  private Person registers() {
    var email = canaries.emailOf("a patient's e-mail");
    var password = canaries.of("a patient's password") + " and more";
    var name = canaries.of("a patient's name");
    var body = Map.of("email", email, "password", password, "name", name);
    assertThat(anyone.post("/api/v1/auth/register", body).status()).isEqualTo(201);
    assertThat(anyone.post("/api/v1/auth/register", body).status()).isEqualTo(409);
    var login = anyone.post("/api/v1/auth/login", Map.of("email", email, "password", password));
    var refresh = Map.of("refreshToken", login.text("refreshToken"));
    var again = anyone.post("/api/v1/auth/refresh", refresh);
    assertThat(again.status()).isEqualTo(200);
    canaries.watch(login.text("refreshToken"), "a refresh token");
    canaries.watch(again.text("refreshToken"), "a new refresh token");
    canaries.watch(again.text("accessToken"), "an access token");
    var api = anyone.as(again.text("accessToken"));
    return new Person(api.get("/api/v1/auth/me").text("id"), email, name, api);
  }

  private void signInsThatFail(Person patient) {
    var wrong = canaries.of("a wrong password");
    login(Map.of("email", patient.email(), "password", wrong), 401);
    login(Map.of("email", canaries.emailOf("an unknown e-mail"), "password", "nobody's"), 401);
    login(Map.of("email", canaries.of("no e-mail"), "password", "nobody's"), 400, 401);
    login(Map.of("email", Map.of(canaries.of("a field"), canaries.of("an object")), "x", 1), 400);
    malformed(anyone, "/api/v1/auth/login", "{\"email\":\"" + canaries.of("a broken sign-in"));
    var token = Map.of("refreshToken", canaries.of("a token that is none"));
    assertThat(anyone.post("/api/v1/auth/refresh", token).status()).isEqualTo(401);
    assertThat(anyone.post("/api/v1/auth/logout", token).status()).isLessThan(500);
  }

  private void login(Map<String, Object> body, Integer... expected) {
    assertThat(anyone.post("/api/v1/auth/login", body).status()).isIn((Object[]) expected);
  }

  private static void malformed(Api api, String path, String body) {
    assertThat(api.send("POST", path, body).refused())
        .isIn("400 malformed-json", "400 invalid-request");
  }

  private void accountsThatAreRefused() {
    register(canaries.emailOf("the e-mail of a weak password"), "short", "Any Name");
    register(canaries.of("an address that is none"), People.PASSWORD, "Any Name");
    register(People.anEmail("example.org"), People.PASSWORD, canaries.of("a long name").repeat(20));
    register(People.anEmail("example.org"), People.PASSWORD, canaries.of("two lines") + "\nmore");
    register(People.anEmail("example.org"), canaries.of("a long password").repeat(50), "Any Name");
    malformed(
        admin,
        "/api/v1/admin/accounts",
        "{\"email\":\"x@example.org\",\"roles\":[\"" + canaries.of("an unknown role") + "\"]}");
  }

  private void register(String email, String password, String name) {
    var body = Map.of("email", email, "password", password, "name", name);
    assertThat(anyone.post("/api/v1/auth/register", body).status()).isEqualTo(400);
  }

  private Clinic opensAClinic() {
    var email = canaries.emailOf("a doctor's e-mail");
    var password = canaries.of("a doctor's password") + " and more";
    var name = canaries.of("a doctor's name");
    var account =
        Map.of("email", email, "password", password, "name", name, "roles", List.of("DOCTOR"));
    assertThat(admin.post("/api/v1/admin/accounts", account).status()).isEqualTo(201);
    var login = anyone.post("/api/v1/auth/login", Map.of("email", email, "password", password));
    var api = anyone.as(login.text("accessToken"));
    var doctor = new Person(api.get("/api/v1/auth/me").text("id"), email, name, api);
    var wanted = doctor(doctor);
    refusedDoctor(wanted, "zone", canaries.of("a zone that is none"));
    var noCurrency = canaries.of("a currency that is none");
    refusedDoctor(wanted, "fee", Map.of("amountMinor", Clinic.FEE, "currency", noCurrency));
    refusedDoctor(wanted, "fee", canaries.of("a fee that is none"));
    assertThat(admin.post("/api/v1/doctors", wanted).status()).isEqualTo(201);
    var clinic = new Clinic(doctor);
    var opened = clinic.createSlots(Clinic.TOMORROW, Clinic.TOMORROW, "09:00", "17:00", 30);
    assertThat(opened.status()).isEqualTo(200);
    return clinic;
  }

  private Map<String, Object> doctor(Person account) {
    return Map.of(
        "accountId", account.id(),
        "name", account.name(),
        "specialization", canaries.of("a specialization"),
        "fee", Map.of("amountMinor", Clinic.FEE, "currency", "EUR"),
        "zone", Clinic.ZONE.getId(),
        "languages", List.of("de"),
        "location", canaries.of("a location"),
        "about", canaries.of("what a doctor says of herself"));
  }

  private void refusedDoctor(Map<String, Object> doctor, String field, Object value) {
    var other = new HashMap<>(doctor);
    other.put(field, value);
    assertThat(admin.post("/api/v1/doctors", other).status()).isEqualTo(400);
  }

  private void searches() {
    assertThat(anyone.get("/api/v1/doctors?q=" + canaries.of("a search")).status()).isEqualTo(200);
    for (var query :
        List.of("specialization=%s", "q=%s%%00", "limit=%s", "cursor=%s", "cursor=%s%%00")) {
      var reply = anyone.get("/api/v1/doctors?" + query.formatted(canaries.of(query)));
      assertThat(reply.status()).as(query).isIn(200, 400);
    }
    var nowhere = "/api/v1/nothing?access_token=" + canaries.of("a token in a query");
    assertThat(anyone.get(nowhere).status()).isEqualTo(404);
  }

  private void schedulesThatAreRefused(Clinic clinic) {
    var path = clinic.path() + "/slots";
    var from = path + "?from=" + canaries.of("a date that is none") + "&to=2027-01-01";
    assertThat(anyone.get(from).status()).isEqualTo(400);
    malformed(
        clinic.doctor().api(),
        path + "/bulk",
        "{\"dateFrom\":\"" + canaries.of("another date that is none") + "\"}");
  }

  private Booking books(Person patient, Clinic clinic) {
    var slots = clinic.freeSlots();
    var wish = wish(slots.getFirst(), canaries.of("a reason"), "card_ok");
    var key = canaries.of("an idempotency key");
    var reply = patient.api().withKey(key).post(Booking.APPOINTMENTS, wish);
    assertThat(reply.status()).isEqualTo(202);
    var other = wish(slots.getFirst(), canaries.of("another reason"), "card_ok");
    assertThat(patient.api().withKey(key).post(Booking.APPOINTMENTS, other).status())
        .isEqualTo(422);
    var booking = new Booking(patient, slots.getFirst(), reply.text("id"));
    booking.awaitStatus("CONFIRMED");

    var declined = canaries.of("a payment method that is none");
    var unknown = Booking.request(patient.api(), wish(slots.get(1), "Rash", declined));
    assertThat(unknown.status()).isEqualTo(400);
    var unpaid = Booking.request(patient.api(), wish(slots.get(1), "Rash", "card_declined"));
    new Booking(patient, slots.get(1), unpaid.text("id")).awaitStatus("CANCELLED");
    return booking;
  }

  private static Map<String, Object> wish(String slot, Object reason, String paymentMethod) {
    return Map.of(
        "slotId", slot, "mode", "VIDEO", "reason", reason, "paymentMethod", paymentMethod);
  }

  private void bookingsThatAreRefused(Person patient, Clinic clinic) {
    var slot = clinic.freeSlots().getFirst();
    for (var wish :
        List.of(
            wish(slot, canaries.of("a long reason").repeat(500), "card_ok"),
            wish(slot, Map.of("is", canaries.of("a reason that is an object")), "card_ok"),
            wish(slot, "Rash", canaries.of("a payment method with a space") + " 4711"),
            wish(canaries.of("a slot that is none") + "\0", "Rash", "card_ok"))) {
      assertThat(Booking.request(patient.api(), wish).status()).isIn(400, 404);
    }
    var broken = "{\"reason\":\"" + canaries.of("a reason in broken JSON");
    var keyed = patient.api().withKey(UUID.randomUUID().toString());
    malformed(keyed, Booking.APPOINTMENTS, broken);
    malformed(keyed, Booking.APPOINTMENTS, canaries.of("a body that is no JSON at all"));
    var mode = "{\"mode\":\"" + canaries.of("an unknown mode") + "\"}";
    malformed(keyed, Booking.APPOINTMENTS, mode);
    var large = "{\"reason\":\"" + canaries.of("a large body").repeat(100_000) + "\"}";
    assertThat(keyed.send("POST", Booking.APPOINTMENTS, large).status()).isEqualTo(413);
    var type = "text/" + canaries.of("a content type");
    assertThat(keyed.with("Content-Type", type).send("POST", Booking.APPOINTMENTS, "x").status())
        .isEqualTo(415);
    var status = "?status=" + canaries.of("a status that is none");
    assertThat(patient.api().get(Booking.APPOINTMENTS + status).status()).isEqualTo(400);
  }

  /** One address is refused for good, the other until nobody tries any more. */
  private void mailsThatAreRefused(Clinic clinic) {
    List<Booking> bookings = new ArrayList<>();
    for (var domain : List.of("bounce.example", "busy.example")) {
      var email = canaries.of("an address at " + domain) + "@" + domain;
      var name = canaries.of("the name of someone at " + domain);
      var account = Map.of("email", email, "password", People.PASSWORD, "name", name);
      assertThat(anyone.post("/api/v1/auth/register", account).status()).isEqualTo(201);
      var api = anyone.as(People.login(email, People.PASSWORD).text("accessToken"));
      var patient = new Person(api.get("/api/v1/auth/me").text("id"), email, name, api);
      bookings.add(Booking.of(patient, clinic.freeSlots().getFirst(), "card_ok"));
    }
    bookings.forEach(booking -> booking.awaitStatus("CANCELLED"));
  }

  private void chats(Person patient, Person doctor) throws InterruptedException {
    var id =
        await("a conversation")
            .until(() -> patient.api().get("/api/v1/conversations").each("id"), it -> !it.isEmpty())
            .getFirst();
    var path = "/api/v1/conversations/" + id + "/messages";
    var key = patient.api().withKey(canaries.of("the key of a message"));
    assertThat(key.post(path, Map.of("text", canaries.of("a message"))).status()).isEqualTo(201);
    var reused = key.post(path, Map.of("text", canaries.of("another message")));
    assertThat(reused.status()).isEqualTo(422);
    var text = Map.of("text", canaries.of("a long message").repeat(500));
    assertThat(patient.api().post(path, text).status()).isEqualTo(400);
    malformed(patient.api(), path, "{\"text\":\"" + canaries.of("a broken message"));
    assertThat(patient.api().get(path + "?after=" + canaries.of("a message that is none")).status())
        .isIn(400, 404);

    var token = doctor.api().headers().get("Authorization").replace("Bearer ", "");
    try (var live = Live.connect(token)) {
      assertThat(live.next()).startsWith("CONNECTED");
      live.subscribe(id);
      assertThat(live.next()).startsWith("RECEIPT");
      var said = canaries.of("a message said live");
      live.say(id, said);
      assertThat(live.next()).contains(said);
      live.say(id, canaries.of("a broken message said live") + "\", x");
      assertThat(live.next()).matches("(?s)(ERROR|closed).*");
    }
    for (var wrong : List.of(id, canaries.of("a conversation that is none"))) {
      try (var live = Live.connect(token)) {
        assertThat(live.next()).startsWith("CONNECTED");
        live.say(wrong, canaries.of("a long message said live").repeat(500));
        assertThat(live.next()).matches("(?s)(ERROR|closed).*");
      }
    }
    try (var live = Live.connect(canaries.of("a token that is none, said live"))) {
      assertThat(live.next()).matches("(?s)(ERROR|closed).*");
    }
  }

  private void headers(Person patient) throws IOException {
    var trace = "00-" + UUID.randomUUID().toString().replace("-", "") + "-00f067aa0ba902b7-01";
    var said =
        Map.of(
            "Cookie", "session=%s",
            "User-Agent", "%s",
            "Referer", "https://example.org/?q=%s",
            "X-Forwarded-For", "%s",
            "X-User-Id", "%s",
            "tracestate", "clinic=%s",
            "baggage", "name=%s",
            "traceparent", "00-%s");
    said.forEach(
        (name, value) -> {
          var api = patient.api().with("traceparent", trace);
          var reply = api.with(name, value.formatted(canaries.of(name))).get("/api/v1/doctors");
          assertThat(reply.status()).as(name).isLessThan(500);
        });
    for (var value : List.of("Bearer %s", "Bearer a.%s.c", "Basic %s", "%s")) {
      var reply =
          anyone
              .with("Authorization", value.formatted(canaries.of("Authorization: " + value)))
              .get(Booking.APPOINTMENTS);
      assertThat(reply.status()).as(value).isEqualTo(401);
    }
    var line = "GET /api/v1/doctors?q={%s}| HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    raw(line.formatted(canaries.of("a request that is none")));
    var origin = "GET /api/v1/doctors HTTP/1.1\r\nHost: x\r\nConnection: close\r\nOrigin: ";
    raw(origin + "https://" + canaries.of("an origin") + ".example\r\n\r\n");
    raw("GET / %s\r\n\r\n".formatted(canaries.of("a line that is no request")));
  }

  private static void raw(String request) throws IOException {
    URI gateway = RunningFleet.fleet().gateway();
    try (var socket = new Socket(gateway.getHost(), gateway.getPort())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(UTF_8));
      assertThat(socket.getInputStream().read()).isGreaterThan(0);
    }
  }

  private void poison() {
    List<ProducerRecord<String, String>> poison = new ArrayList<>();
    Map.of(
            "payment.commands", "TakePayment",
            "payment.events", "PaymentCaptured",
            "notification.commands", "SendConfirmation",
            "notification.events", "ConfirmationDelivered",
            "appointment.events", "AppointmentConfirmed",
            "account.events", "AccountRegistered",
            "chat.events", "MessageSent")
        .forEach(
            (topic, type) -> {
              poison.add(record(topic, type, "{\"broken\": \"" + canaries.of(topic + ": no JSON")));
              poison.add(record(topic, type, "\"" + canaries.of(topic + ": no object") + "\""));
              poison.add(record(topic, canaries.of(topic + ": type"), "{"));
              var wrong = record(topic, type, wrongTypes(canaries.of(topic + ": wrong types")));
              poison.add(wrong);
              var version = record(topic, type, "{}");
              version.headers().remove("version");
              version.headers().add("version", canaries.of(topic + ": version").getBytes(UTF_8));
              poison.add(version);
              var id = record(topic, type, "{");
              id.headers().remove("messageId");
              id.headers().add("messageId", canaries.of(topic + ": id").getBytes(UTF_8));
              poison.add(id);
              var bare = new ProducerRecord<>(topic, canaries.of(topic + ": key"), "{}");
              bare.headers().add("x", canaries.of(topic + ": header").getBytes(UTF_8));
              poison.add(bare);
            });
    Broker.say(poison);
    Broker.awaitEverythingRead();
  }

  /** Every field that any message has, none of which can be read. */
  private static String wrongTypes(String value) {
    return """
    {"amountMinor": "%1$s", "expiresAt": "%1$s", "startsAt": "%1$s", "occurredAt": "%1$s",
     "roles": "%1$s", "recipientIds": "%1$s", "mode": "%1$s", "zone": "%1$s", "name": ["%1$s"]}
    """
        .formatted(value);
  }

  private static ProducerRecord<String, String> record(String topic, String type, String body) {
    var record = new ProducerRecord<>(topic, UUID.randomUUID().toString(), body);
    record.headers().add("type", type.getBytes(UTF_8));
    record.headers().add("version", "1".getBytes(UTF_8));
    record.headers().add("messageId", UUID.randomUUID().toString().getBytes(UTF_8));
    return record;
  }

  /** What is looked for would be found: an id that may be told is told. */
  private void awaitTold(Booking booking) {
    var seen = new Canaries();
    seen.watch(booking.id(), "the booking");
    LAST_REQUESTS.forEach(
        (service, path) -> {
          var trace = booking.patient().api().get(path).header("X-Trace-Id");
          await("the last span of " + service)
              .until(() -> RunningFleet.COLLECTOR.has(service, trace));
        });
    assertThat(RunningFleet.COLLECTOR.requests())
        .anySatisfy(request -> assertThat(seen.in(request)).hasSize(1));
    assertThat(seen.in(read(RunningFleet.fleet().log("appointment-service")))).hasSize(1);
    assertThat(Metrics.sum("appointment-service", "carelane_bookings_seconds_count")).isPositive();
  }

  private List<String> logs() {
    try (var files = Files.list(RunningFleet.fleet().log("gateway").getParent())) {
      return files
          .flatMap(log -> canaries.in(read(log)).stream().map(it -> log.getFileName() + ": " + it))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> metrics() {
    return SERVICES.stream()
        .flatMap(
            service -> {
              var scrape = RunningFleet.operations(service).get("/actuator/prometheus");
              assertThat(scrape.status()).isEqualTo(200);
              return canaries.in(scrape.raw().getBytes(UTF_8)).stream()
                  .map(it -> "a metric of " + service + ": " + it);
            })
        .toList();
  }

  private List<String> spans() {
    return RunningFleet.COLLECTOR.requests().stream()
        .flatMap(request -> canaries.in(request).stream())
        .map(it -> "a span: " + it)
        .distinct()
        .toList();
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
