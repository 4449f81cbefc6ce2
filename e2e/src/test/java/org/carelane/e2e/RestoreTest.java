package org.carelane.e2e;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.carelane.local.Fleet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** All data is lost, and comes back from a backup by the commands of docs/operations.md. */
@Isolated
class RestoreTest {

  private static final String ROOT = System.getProperty("carelane.root", "..");

  private final Fleet fleet = RunningFleet.fleet();
  private final Clinic clinic = Clinic.open(1, 30);
  private final People.Person patient = People.patient();
  private final List<String> slots = clinic.freeSlots();

  @TempDir Path directory;

  @Test
  void everyPartIsBackAsItWasAndOpenSagasGoOn() throws Exception {
    var confirmed = Booking.of(patient, slots.get(0), "card_ok").awaitStatus("CONFIRMED");
    var conversation = conversation();
    say(conversation, "Does it itch?");
    Mails.await(patient.email(), "Confirmed");
    Broker.awaitEverythingRead();
    var appointment = confirmed.seen().raw();
    var mails = Mails.subjectsTo(patient.email());
    var inbox = patient.api().get("/api/v1/notifications").each("id");
    var read = Broker.committed();

    fleet.kill("kafka"); // so that what is booked now stays in the outbox
    var underWay = Booking.of(patient, slots.get(1), "card_ok");
    fleet.down();
    assertThat(fleet.isRunning("gateway")).isFalse();
    var file = directory.resolve("carelane.zip").toString();
    command("backup", file);
    command("reset", "--yes");
    assertThat(fleet.mail()).doesNotExist();
    command("restore", file);
    fleet.up();

    assertThat(confirmed.seen().raw()).as("for the same access token").isEqualTo(appointment);
    assertThat(clinic.freeSlots()).doesNotContain(slots.get(0));
    assertThat(Ledger.now().kept(confirmed)).isEqualTo(Clinic.FEE);
    assertThat(RunningFleet.api().get("/api/v1/doctors?q=lindqvist").each("name"))
        .containsExactly("Dr. Ada Lindqvist");
    assertThat(patient.api().get(conversation).each("text")).containsExactly("Does it itch?");
    Broker.committed()
        .forEach(
            (partition, offset) ->
                assertThat(offset)
                    .as(partition)
                    .isBetween(read.getOrDefault(partition, 0L), Long.MAX_VALUE));

    underWay.awaitEnd();
    assertThat(clinic.freeSlots().contains(slots.get(1))).isEqualTo(!underWay.isConfirmed());
    Ledger.assertSettled(List.of(confirmed, underWay));
    Broker.awaitEverythingRead();
    if (!underWay.isConfirmed()) {
      assertThat(Mails.subjectsTo(patient.email())).containsExactlyElementsOf(mails);
    }
    assertThat(patient.api().get("/api/v1/notifications").each("id")).containsAll(inbox);
    Booking.of(patient, slots.get(2), "card_ok").awaitStatus("CONFIRMED");
  }

  private String conversation() {
    return await("a conversation")
        .atMost(Booking.PATIENCE)
        .until(
            () ->
                patient.api().get("/api/v1/conversations").each("id").stream()
                    .map(id -> "/api/v1/conversations/" + id + "/messages")
                    .toList(),
            it -> !it.isEmpty())
        .getFirst();
  }

  private void say(String messages, String text) {
    assertThat(patient.api().post(messages, Map.of("text", text)).status()).isEqualTo(201);
  }

  /** As typed in a terminal. */
  private void command(String name, String argument) throws IOException, InterruptedException {
    var log = Files.createTempFile(directory, name, ".log").toFile();
    var builder = new ProcessBuilder(ROOT + "/fleet", name, argument);
    builder.environment().put("CARELANE_HOME", RunningFleet.HOME.toString());
    var process =
        builder.redirectErrorStream(true).redirectOutput(log).redirectInput(new File("/dev/null"));
    var running = process.start();
    assertThat(running.waitFor(2, MINUTES)).as(name).isTrue();
    assertThat(running.exitValue()).as(Files.readString(log.toPath())).isZero();
  }
}
