package org.carelane.notifications.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.carelane.messaging.DrainingExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two senders, five when mails wait, twenty places. */
class MailSendersTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final DrainingExecutor threads = new DrainingExecutor("test", PATIENCE);
  private final MailSenders senders = new MailSenders(threads, limits());
  private final CountDownLatch answers = new CountDownLatch(1);

  @BeforeEach
  void start() {
    threads.start();
  }

  @AfterEach
  void stop() {
    answers.countDown();
    threads.stop();
  }

  @Test
  void aFewSendUntilAsManyWait() {
    send(3);
    assertThat(senders.atWork()).isEqualTo(2);
    send(1);
    assertThat(senders.atWork()).as("two send, two waited").isEqualTo(2);
    send(1);
    assertThat(senders.atWork()).isEqualTo(3);
  }

  @Test
  void moreSendWhileMailsWaitButNotWithoutBound() {
    var all = send(18);
    assertThat(senders.atWork()).isEqualTo(5);
    assertThat(senders.room()).isEqualTo(2);
    answers.countDown();
    all.forEach(CompletableFuture::join);
    await().untilAsserted(() -> assertThat(senders.atWork()).isZero());
    assertThat(senders.room()).isEqualTo(20);
  }

  @Test
  void whatWaitsWhenTheServiceStopsIsGivenBackAndWhatIsBeingSentIsFinished() throws Exception {
    var all = send(4);
    var stopping = Thread.ofVirtual().start(threads::stop);
    await().until(() -> !threads.isRunning());
    answers.countDown();
    stopping.join();
    assertThat(all.subList(0, 2)).allMatch(it -> !it.isCompletedExceptionally());
    for (var waiting : all.subList(2, 4)) {
      assertThatThrownBy(waiting::get).hasCauseInstanceOf(RejectedExecutionException.class);
    }
    assertThatThrownBy(() -> senders.inTurn(() -> "late").get())
        .hasCauseInstanceOf(RejectedExecutionException.class);
  }

  @Test
  void aMailThatFailsKeepsNobodyWaiting() {
    senders.inTurn(
        () -> {
          throw new IllegalStateException("no letter");
        });
    assertThat(senders.inTurn(() -> "next").join()).isEqualTo("next");
  }

  /** The first two are under way when this returns. */
  private List<CompletableFuture<Boolean>> send(int count) {
    var begun = new CountDownLatch(senders.atWork() == 0 ? Math.min(2, count) : 0);
    var all =
        IntStream.range(0, count)
            .mapToObj(
                _ ->
                    senders.inTurn(
                        () -> {
                          begun.countDown();
                          return awaited(answers);
                        }))
            .toList();
    assertThat(awaited(begun)).isTrue();
    return all;
  }

  private static boolean awaited(CountDownLatch latch) {
    try {
      return latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static DeliveryProperties limits() {
    return new DeliveryProperties(
        5, PATIENCE, PATIENCE, PATIENCE, PATIENCE, 2, 5, 20, PATIENCE, PATIENCE);
  }
}
