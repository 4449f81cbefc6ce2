package org.carelane.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.listener.BatchListenerFailedException;

class BatchReceiverTest {

  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final BatchReceiver receiver =
      new BatchReceiver(new Traces(Tracer.NOOP, Propagator.NOOP), meters);
  private final List<String> together = new ArrayList<>();
  private final List<String> alone = new ArrayList<>();

  /** Takes all together but those; fails on a message that is called "bad". */
  private final class Handler implements BatchHandler<String> {

    private final Set<String> left;

    Handler(String... left) {
      this.left = Set.of(left);
    }

    @Override
    public List<Received<String>> handleAll(List<Received<String>> batch) {
      if (batch.stream().anyMatch(it -> it.content().equals("bad"))) {
        throw new IllegalStateException("one of them is bad");
      }
      batch.stream().map(Received::content).filter(it -> !left.contains(it)).forEach(together::add);
      return batch.stream().filter(it -> left.contains(it.content())).toList();
    }

    @Override
    public void handle(String content) {
      if (content.equals("bad")) {
        throw new IllegalArgumentException("cannot");
      }
      alone.add(content);
    }
  }

  @Test
  void handlesTogetherWhatItCanAndTheRestOneByOneInOrder() {
    receive(new Handler("c", "b"), "a", "b", "c", "d");
    assertThat(together).containsExactly("a", "d");
    assertThat(alone).containsExactly("b", "c");
  }

  @Test
  void letsPassWhatMeansNothingToTheHandler() {
    receive(new Handler(), "-", "a", "-");
    assertThat(together).containsExactly("a");
    receive(new Handler(), "-");
    assertThat(alone).isEmpty();
  }

  @Test
  void letsPassAndCountsAVersionTheHandlerDoesNotKnow() {
    receive(new Handler(), "a", "newer", "b", "newer");
    assertThat(together).containsExactly("a", "b");
    assertThat(
            meters
                .get("carelane.messages.ignored")
                .tags("topic", "things", "type", "ThingMade", "version", "2")
                .counter()
                .count())
        .isEqualTo(2);
  }

  @Test
  void namesTheOneThatFailsAfterThoseBeforeItAreDone() {
    var failure = failure(new Handler(), "a", "bad", "b");
    assertThat(failure.getRecord().offset()).isEqualTo(1);
    assertThat(alone).containsExactly("a");
  }

  @Test
  void namesTheOneThatCannotBeReadAfterThoseBeforeItAreDone() {
    var failure = failure(new Handler(), "a", "b", "unreadable", "c");
    assertThat(failure.getRecord().offset()).isEqualTo(2);
    assertThat(failure).hasCauseInstanceOf(UnreadableMessage.class);
    assertThat(together).containsExactly("a", "b");
  }

  @Test
  void aHandlerWithoutBatchesGetsThemOneByOne() {
    BatchHandler<String> handler = alone::add;
    receive(handler, "a", "b");
    assertThat(alone).containsExactly("a", "b");
    assertThatExceptionOfType(BatchListenerFailedException.class)
        .isThrownBy(
            () ->
                receive(
                    content -> {
                      throw new IllegalStateException(content);
                    },
                    "a"));
  }

  private BatchListenerFailedException failure(BatchHandler<String> handler, String... names) {
    return catchThrowableOfType(BatchListenerFailedException.class, () -> receive(handler, names));
  }

  private void receive(BatchHandler<String> handler, String... names) {
    var records = new ArrayList<ConsumerRecord<String, String>>();
    for (var name : names) {
      records.add(record(records.size(), name));
    }
    receiver.receive(
        records,
        message ->
            message.key().equals("-") || !message.contract().equals("ThingMade.v1")
                ? Optional.empty()
                : Optional.of(message.key()),
        handler);
  }

  private static ConsumerRecord<String, String> record(long offset, String name) {
    var record = new ConsumerRecord<>("things", 0, offset, name, "{}");
    record.headers().add("type", "ThingMade".getBytes(UTF_8)).add("messageId", "m".getBytes(UTF_8));
    if (!name.equals("unreadable")) {
      var version = name.equals("newer") ? "2" : "1";
      record.headers().add("version", version.getBytes(UTF_8));
    }
    return record;
  }
}
