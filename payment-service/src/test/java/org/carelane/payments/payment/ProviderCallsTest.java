package org.carelane.payments.payment;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.carelane.messaging.DrainingExecutor;
import org.carelane.messaging.Traces;
import org.carelane.payments.payment.ProviderAnswer.NotAsked;
import org.carelane.payments.payment.ProviderAnswer.OfCharge;
import org.carelane.payments.provider.Charge;
import org.carelane.payments.provider.ChargeAnswer;
import org.carelane.payments.provider.GuardedProvider;
import org.carelane.payments.provider.PaymentProvider;
import org.carelane.payments.provider.ProviderProperties;
import org.carelane.payments.provider.Refund;
import org.carelane.payments.provider.RefundAnswer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A provider that is slow: one call at a time, and one more that waits. */
class ProviderCallsTest {

  private static final Instant NOW = Instant.parse("2027-03-01T10:15:30Z");
  private static final Duration PATIENT = Duration.ofSeconds(30);
  private static final OfCharge CAPTURED = new OfCharge(new ChargeAnswer.Captured());
  private static final OfCharge CANCELLED = new OfCharge(new ChargeAnswer.Cancelled());

  private final ModelClock clock = new ModelClock(NOW);
  private final SlowProvider provider = new SlowProvider();
  private final DrainingExecutor threads = new DrainingExecutor("test", PATIENT);
  private final ProviderCalls calls = calls(PATIENT);

  @AfterEach
  void letAllEnd() {
    provider.answers.countDown();
    threads.stop();
  }

  @Test
  void whatFindsNoPlaceIsNotAskedAndDueAtOnce() throws Exception {
    var first = calls.ask(aCharge("first", 120));
    provider.isAsked();
    var second = calls.ask(aCharge("second", 120));
    assertThat(calls.room()).isZero();

    var third = aCharge("third", 120);
    assertThat(answer(calls.ask(third))).isInstanceOf(NotAsked.class);
    var due = third.on(answer(calls.ask(third)), NOW, PaymentTest.ATTEMPTS).payment().due();
    assertThat(due).isEqualTo(new NextAttempt(0, NOW));

    provider.answers.countDown();
    assertThat(answer(first)).isEqualTo(CAPTURED);
    assertThat(answer(second)).isEqualTo(CAPTURED);
    assertThat(provider.asked).containsExactly("capture first", "capture second");
  }

  @Test
  void whatExpiredWhileItWaitedIsCancelledInsteadOfCaptured() throws Exception {
    calls.ask(aCharge("first", 120));
    provider.isAsked();
    var waiting = calls.ask(aCharge("waiting", 5));
    clock.pass(Duration.ofSeconds(6));
    provider.answers.countDown();
    assertThat(answer(waiting)).isEqualTo(CANCELLED);
    assertThat(provider.asked).containsExactly("capture first", "cancel waiting");
  }

  @Test
  void whatLostItsLeaseWhileItWaitedIsLeftToOthers() throws Exception {
    calls.ask(aCharge("first", 120));
    provider.isAsked();
    var waiting = calls.ask(aCharge("waiting", 120));
    clock.pass(PaymentTest.ATTEMPTS.lease());
    provider.answers.countDown();
    assertThat(answer(waiting)).isInstanceOf(NotAsked.class);
    assertThat(provider.asked).containsExactly("capture first");
  }

  @Test
  void nobodyWaitsForEver() throws Exception {
    var impatient = calls(Duration.ofMillis(10));
    impatient.ask(aCharge("first", 120));
    provider.isAsked();
    assertThat(answer(impatient.ask(aCharge("waiting", 120)))).isInstanceOf(NotAsked.class);
  }

  @Test
  void whatWaitsWhenTheServiceStopsIsGivenBack() throws Exception {
    var first = calls.ask(aCharge("first", 120));
    provider.isAsked();
    var waiting = calls.ask(aCharge("waiting", 120));
    var stopping = Thread.ofVirtual().start(threads::stop);
    while (threads.isRunning()) {
      Thread.onSpinWait();
    }
    provider.answers.countDown();
    assertThat(answer(first)).isEqualTo(CAPTURED);
    assertThat(answer(waiting)).isInstanceOf(NotAsked.class);
    stopping.join();
  }

  private static ProviderAnswer answer(CompletableFuture<ProviderAnswer> call)
      throws InterruptedException, ExecutionException, TimeoutException {
    return call.get(30, SECONDS);
  }

  private static Payment aCharge(String id, int expiresInSeconds) {
    var request =
        new PaymentRequest(
            "TakePayment:" + id, "patient", 8500, "EUR", "card", NOW.plusSeconds(expiresInSeconds));
    return Payment.begin(id, request, NOW, PaymentTest.ATTEMPTS);
  }

  private ProviderCalls calls(Duration waitAtMost) {
    threads.start();
    var timeLimit = TimeLimiterConfig.custom().timeoutDuration(PATIENT).build();
    var guarded =
        new GuardedProvider(
            provider, CircuitBreaker.ofDefaults("test"), TimeLimiter.of("test", timeLimit));
    var limits = new ProviderProperties.Call(PATIENT, 1, 1, waitAtMost);
    var breaker = new ProviderProperties.Breaker(50, 4, 4, PATIENT);
    return new ProviderCalls(
        guarded,
        threads,
        new ProviderProperties("sandbox", limits, breaker),
        new Traces(Tracer.NOOP, Propagator.NOOP),
        clock);
  }

  private static final class SlowProvider implements PaymentProvider {

    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private final CountDownLatch first = new CountDownLatch(1);
    private final CountDownLatch answers = new CountDownLatch(1);

    void isAsked() throws InterruptedException {
      assertThat(first.await(30, SECONDS)).isTrue();
    }

    private void hear(String what, Charge charge) {
      asked.add(what + " " + charge.paymentId());
      first.countDown();
      try {
        answers.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public ChargeAnswer capture(Charge charge) {
      hear("capture", charge);
      return new ChargeAnswer.Captured();
    }

    @Override
    public Optional<ChargeAnswer> find(Charge charge) {
      hear("find", charge);
      return Optional.empty();
    }

    @Override
    public ChargeAnswer confirm(Charge charge) {
      return capture(charge);
    }

    @Override
    public ChargeAnswer cancel(Charge charge) {
      hear("cancel", charge);
      return new ChargeAnswer.Cancelled();
    }

    @Override
    public RefundAnswer refund(Refund refund) {
      hear("refund", refund.charge());
      return RefundAnswer.REFUNDED;
    }
  }
}
