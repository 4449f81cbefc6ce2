package org.carelane.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.carelane.contracttesting.Contract;
import org.carelane.rest.Ids;
import org.carelane.testservers.Api;
import org.carelane.testservers.RecordedMessages;
import org.carelane.testservers.TestMessages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A doctor without an account has nobody to answer; one who gets it later can talk. */
@ChatServiceIsRunning
class LaterAccountsTest {

  private static final String CONVERSATIONS = "/api/v1/conversations";

  @LocalServerPort private int port;
  private final String profile = Ids.next();
  private final String account = Ids.next();
  private final String patient = Ids.next();
  private final Pair talking = new Pair(account, patient);
  private Api api;

  @BeforeEach
  void speakHttp() {
    api = Api.at(port);
  }

  @Test
  void withADoctorWithoutAccountNoConversationIsOpened() {
    confirmWithoutAccount(patient);
    awaitEverythingBehind("appointment.events", profile);
    assertThat(conversationsOf(patient)).isEmpty();
  }

  @Test
  void settingTheAccountOpensTheConversationsOfAllItsPatients() {
    var other = Ids.next();
    confirmWithoutAccount(patient);
    confirmWithoutAccount(other);
    confirmWithoutAccount(patient);
    awaitEverythingBehind("appointment.events", profile);

    setAccount();
    setAccount();

    talking.awaitConversation(api);
    new Pair(account, other).awaitConversation(api);
    awaitEverythingBehind("doctor.events", profile);
    assertThat(conversationsOf(patient)).containsExactly(talking.conversation());
    assertThat(api.as(talking.doctorToken()).get(CONVERSATIONS).each("id")).hasSize(2);
    assertThat(talking.say(api.as(talking.patientToken()), "Good morning").status()).isEqualTo(201);
  }

  @Test
  void anAppointmentThatIsHeardOfLaterOpensItToo() {
    setAccount();
    awaitEverythingBehind("doctor.events", profile);
    confirmWithoutAccount(patient);
    talking.awaitConversation(api);
  }

  @Test
  void anAppointmentWithTheAccountIsForTheAccount() {
    confirm(patient, account);
    talking.awaitConversation(api);
  }

  /** A release before opened it with the profile's id, and nobody could answer. */
  @Test
  void whatAReleaseBeforeOpenedIsOpenedWithTheAccount() {
    new Pair(profile, patient).confirmAppointment();
    new Pair(profile, patient).awaitConversation(api);
    setAccount();
    talking.awaitConversation(api);
  }

  private void confirmWithoutAccount(String who) {
    confirm(who, "");
  }

  private void confirm(String who, String doctorAccount) {
    var json = JsonMapper.shared();
    var event =
        (ObjectNode)
            json.readTree(
                new Pair(profile, who).confirmation(Ids.next(), "Dr. Lena Brandt", Instant.now()));
    event.put("doctorAccountId", doctorAccount);
    var body = json.writeValueAsString(event);
    Contract.of("appointment.events", "AppointmentConfirmed").assertValid(body);
    TestMessages.send("appointment.events", profile, "AppointmentConfirmed", body);
  }

  private void setAccount() {
    var event =
        "{\"doctorId\":\"%s\",\"accountId\":\"%s\",\"occurredAt\":\"2027-03-04T09:12:30.417Z\"}"
            .formatted(profile, account);
    Contract.of("doctor.events", "DoctorAccountSet").assertValid(event);
    TestMessages.send("doctor.events", profile, "DoctorAccountSet", event);
  }

  private List<String> conversationsOf(String patientId) {
    var token = new Pair(account, patientId).patientToken();
    return api.as(token).get(CONVERSATIONS).each("id");
  }

  /** Messages of a key stay in order: what was sent before has been handled. */
  private static void awaitEverythingBehind(String topic, String key) {
    var marker = Ids.next();
    var type = topic.equals("doctor.events") ? "DoctorAccountSet" : "AppointmentConfirmed";
    try (var parked = RecordedMessages.of(topic + ".dlt")) {
      TestMessages.send(topic, key, type, "not JSON", marker);
      parked.await(message -> marker.equals(message.messageId()));
    }
  }
}
