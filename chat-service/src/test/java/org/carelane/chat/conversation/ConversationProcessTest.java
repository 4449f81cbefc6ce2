package org.carelane.chat.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.carelane.chat.ChatServiceIsRunning;
import org.carelane.messaging.Message;
import org.carelane.messaging.Received;
import org.carelane.messaging.Traces;
import org.carelane.rest.Ids;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

/** Confirmed appointments that come together, again, or to two consumers at once. */
@ChatServiceIsRunning
class ConversationProcessTest {

  private static final Instant NOW = Instant.parse("2027-03-01T10:00:00Z");

  @Autowired private ConversationProcess process;
  @Autowired private Conversations conversations;
  @Autowired private MongoOperations mongo;
  @Autowired private Traces traces;
  @Autowired private Clock clock;

  private final String doctor = Ids.next();
  private final String patient = Ids.next();

  @Test
  void furtherAppointmentOfTheSamePairWritesNothing() {
    assertThat(process.handleAll(List.of(confirmed("Dr. Brandt", NOW)))).isEmpty();
    var begun = conversation();

    assertThat(process.handleAll(List.of(confirmed("Dr. Brandt", NOW)))).isEmpty();
    assertThat(process.handleAll(List.of(confirmed("Dr. Brandt", NOW.plusSeconds(60))))).isEmpty();
    process.handle(confirmed("Dr. Brandt", NOW.plusSeconds(60)).content());

    assertThat(conversation()).isEqualTo(begun);
  }

  @Test
  void onlyNewNamesAreLeftToBeHandledAlone() {
    var first = confirmed("Dr. Brandt", NOW);
    var second = confirmed("Dr. Brandt", NOW.plusSeconds(60));
    var renamed = confirmed("Dr. Okafor", NOW.plusSeconds(120));
    var late = confirmed("Dr. Lena Brandt", NOW.minusSeconds(60));

    assertThat(process.handleAll(List.of(first, second, renamed, late))).containsExactly(renamed);
    assertThat(doctorsName()).isEqualTo("Dr. Brandt");

    process.handle(renamed.content());
    assertThat(doctorsName()).isEqualTo("Dr. Okafor");
  }

  @Test
  void whoComesSecondToBeginIsHandledAlone() {
    var first = confirmed("Dr. Brandt", NOW);
    var second = confirmed("Dr. Okafor", NOW.plusSeconds(60));
    var slow =
        new Conversations(mongo) {
          @Override
          Set<String> insert(List<Conversation> begun) {
            process.handle(first.content());
            return super.insert(begun);
          }
        };
    var slowProcess = new ConversationProcess(slow, traces, clock);

    assertThat(slowProcess.handleAll(List.of(second))).containsExactly(second);
    slowProcess.handle(second.content());

    assertThat(doctorsName()).isEqualTo("Dr. Okafor");
  }

  private Received<AppointmentConfirmed> confirmed(String doctorName, Instant at) {
    var appointment = Ids.next();
    return new Received<>(
        new Message(Ids.next(), "AppointmentConfirmed.v1", appointment, "{}", null),
        new AppointmentConfirmed(appointment, patient, "Amina Yusuf", doctor, doctorName, at));
  }

  private Conversation conversation() {
    var id = ConversationId.between(doctor, patient).toString();
    return conversations.find(id, doctor).orElseThrow();
  }

  private String doctorsName() {
    return conversation().otherThan(patient).name();
  }
}
