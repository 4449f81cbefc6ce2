package org.carelane.chat.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.carelane.chat.ChatServiceIsRunning;
import org.carelane.documents.DocumentReader;
import org.carelane.messaging.Received;
import org.carelane.rest.Ids;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

/** Confirmed appointments that come together, again, or to two consumers at once. */
@ChatServiceIsRunning
class ConversationProcessTest {

  private static final Instant NOW = Instant.parse("2027-03-01T10:00:00Z");

  @Autowired private ConversationProcess process;
  @Autowired private LaterAccounts laterAccounts;
  @Autowired private Conversations conversations;
  @Autowired private MongoOperations mongo;
  @Autowired private DocumentReader reader;
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
  void pairWithANewNameIsHandledOneByOne() {
    var first = confirmed("Dr. Brandt", NOW);
    var renamed = confirmed("Dr. Okafor", NOW.plusSeconds(120));
    var late = confirmed("Dr. Lena Brandt", NOW.plusSeconds(60));
    var batch = List.of(first, renamed, late);

    assertThat(process.handleAll(batch)).containsExactlyElementsOf(batch);
    assertThat(doctorsName()).isEqualTo("Dr. Brandt");

    batch.forEach(it -> process.handle(it.content()));
    assertThat(doctorsName()).isEqualTo("Dr. Okafor");
  }

  @Test
  void nameThatComesBackWithinABatchIsTheLatest() {
    process.handle(confirmed("Dr. Brandt", NOW).content());
    var batch =
        List.of(
            confirmed("Dr. Okafor", NOW.plusSeconds(60)),
            confirmed("Dr. Brandt", NOW.plusSeconds(120)));

    process.handleAll(batch).forEach(it -> process.handle(it.content()));

    assertThat(doctorsName()).isEqualTo("Dr. Brandt");
  }

  @Test
  void whoComesSecondToBeginIsHandledAlone() {
    var first = confirmed("Dr. Brandt", NOW);
    var second = confirmed("Dr. Okafor", NOW.plusSeconds(60));
    var slow =
        new Conversations(mongo, reader) {
          @Override
          Set<String> insert(List<Conversation> begun) {
            process.handle(first.content());
            return super.insert(begun);
          }
        };
    var slowProcess = new ConversationProcess(slow, laterAccounts, clock);

    assertThat(slowProcess.handleAll(List.of(second))).containsExactly(second);
    slowProcess.handle(second.content());

    assertThat(doctorsName()).isEqualTo("Dr. Okafor");
  }

  private Received<AppointmentConfirmed> confirmed(String doctorName, Instant at) {
    var appointment = Ids.next();
    return Received.untraced(
        new AppointmentConfirmed(
            appointment, patient, "Amina Yusuf", doctor, doctorName, doctor, at));
  }

  private Conversation conversation() {
    var id = ConversationId.between(doctor, patient).toString();
    return conversations.find(id, doctor).orElseThrow();
  }

  private String doctorsName() {
    return conversation().otherThan(patient).name();
  }
}
