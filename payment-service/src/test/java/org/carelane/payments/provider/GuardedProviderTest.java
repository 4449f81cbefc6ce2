package org.carelane.payments.provider;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.carelane.payments.provider.ChargeAnswer.Captured;
import org.junit.jupiter.api.Test;

class GuardedProviderTest {

  private static final Duration PATIENT = Duration.ofSeconds(10);
  private static final Charge CHARGE = new Charge("p", 1, "EUR", "card", Instant.EPOCH);
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @Test
  void handsAnswersOn() {
    var guarded = guard(Captured::new, PATIENT);
    assertThat(guarded.capture(CHARGE)).isEqualTo(new Captured());
    assertThat(guarded.find(CHARGE)).contains(new Captured());
    assertThat(guarded.refund(new Refund(CHARGE, 1))).isEqualTo(RefundAnswer.REFUNDED);
  }

  @Test
  void silenceIsNoAnswerAndInterruptsTheCall() throws InterruptedException {
    var interrupted = new CountDownLatch(1);
    var guarded =
        guard(
            () -> {
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                interrupted.countDown();
              }
              return new Captured();
            },
            Duration.ofMillis(100));
    assertThatThrownBy(() -> guarded.capture(CHARGE)).isInstanceOf(NoAnswer.class);
    assertThat(interrupted.await(60, SECONDS)).isTrue();
  }

  @Test
  void providerThatFailsIsLeftAlone() {
    var asked = new AtomicInteger();
    var guarded =
        guard(
            () -> {
              asked.incrementAndGet();
              throw new IllegalStateException("down");
            },
            PATIENT);
    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(() -> guarded.cancel(CHARGE)).isInstanceOf(NoAnswer.class);
    }
    assertThat(asked).hasValue(4);
    assertThat(meters.get("resilience4j.circuitbreaker.state").tag("state", "open").gauge().value())
        .isEqualTo(1);
  }

  private GuardedProvider guard(Supplier<ChargeAnswer> answer, Duration timeout) {
    var call = new ProviderProperties.Call(timeout, 2, 0, Duration.ofMillis(100));
    var breaker = new ProviderProperties.Breaker(50, 4, 4, Duration.ofMinutes(1));
    return new ProviderConfiguration()
        .guardedProvider(
            new ProviderProperties("test", call, breaker), new Answering(answer), meters);
  }

  private record Answering(Supplier<ChargeAnswer> answer) implements PaymentProvider {

    @Override
    public ChargeAnswer capture(Charge charge) {
      return answer.get();
    }

    @Override
    public Optional<ChargeAnswer> find(Charge charge) {
      return Optional.of(answer.get());
    }

    @Override
    public ChargeAnswer confirm(Charge charge) {
      return answer.get();
    }

    @Override
    public ChargeAnswer cancel(Charge charge) {
      return answer.get();
    }

    @Override
    public RefundAnswer refund(Refund refund) {
      return RefundAnswer.REFUNDED;
    }
  }
}
