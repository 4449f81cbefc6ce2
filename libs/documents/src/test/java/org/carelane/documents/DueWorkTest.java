package org.carelane.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DueWorkTest {

  private static final Duration OFTEN = Duration.ofMillis(1);

  private final Queue<Integer> due = new ConcurrentLinkedQueue<>();
  private final Set<Integer> done = ConcurrentHashMap.newKeySet();
  private final List<DueWork<Integer>> begun = new ArrayList<>();

  @AfterEach
  void stop() {
    begun.forEach(DueWork::stop);
  }

  @Test
  void carriesOnAllThatIsDue() {
    due.addAll(IntStream.range(0, 3_000).boxed().toList());
    begin(OFTEN, done::add);
    await().until(() -> done.size() == 3_000);
  }

  @Test
  void oneThatTakesLongOrFailsHoldsNobodyUp() {
    var release = new CountDownLatch(1);
    due.addAll(IntStream.range(0, 200).boxed().toList());
    begin(
        OFTEN,
        it -> {
          switch (it) {
            case 0 -> awaitUninterruptibly(release);
            case 1 -> throw new IllegalStateException("not readable");
            default -> done.add(it);
          }
        });
    await().until(() -> done.size() == 198);
    release.countDown();
  }

  /** As the database does while it is away. */
  @Test
  void looksAgainWhenLookingFailed() {
    due.add(7);
    var failures = new ConcurrentLinkedQueue<>(List.of("no server", "not primary"));
    var work =
        new DueWork<Integer>(
            "failing",
            OFTEN,
            atMost -> {
              if (failures.poll() instanceof String failure) {
                throw new IllegalStateException(failure);
              }
              return take(atMost);
            },
            done::add);
    begun.add(work);
    work.start();
    await().until(() -> done.contains(7));
  }

  /** What was not begun is left to another process. */
  @Test
  void whenStoppedEndsWhatItIsAtAndNoMore() {
    var begunOne = new CountDownLatch(1);
    var release = new CountDownLatch(1);
    due.addAll(IntStream.range(0, 100).boxed().toList());
    var work =
        begin(
            OFTEN,
            it -> {
              begunOne.countDown();
              awaitUninterruptibly(release);
              done.add(it);
            });
    awaitUninterruptibly(begunOne);
    var stopping = Thread.ofVirtual().start(work::stop);
    begun.clear();
    await().until(() -> !work.isRunning());
    release.countDown();
    await().until(() -> !stopping.isAlive());
    assertThat(done).isNotEmpty().hasSizeLessThanOrEqualTo(8);
  }

  @Test
  void canBeStartedAgain() {
    var work = begin(OFTEN, done::add);
    work.stop();
    due.add(7);
    work.start();
    await().until(() -> done.contains(7));
  }

  private DueWork<Integer> begin(Duration every, Consumer<Integer> carryOn) {
    var work = new DueWork<>("test", every, this::take, carryOn);
    begun.add(work);
    work.start();
    return work;
  }

  private List<Integer> take(int atMost) {
    var taken = new ArrayList<Integer>();
    while (taken.size() < atMost && due.peek() != null) {
      taken.add(due.remove());
    }
    return taken;
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
