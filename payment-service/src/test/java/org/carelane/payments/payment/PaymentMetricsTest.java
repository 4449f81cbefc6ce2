package org.carelane.payments.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.carelane.payments.payment.ProviderAnswer.OfCharge;
import org.carelane.payments.provider.ChargeAnswer;
import org.junit.jupiter.api.Test;

class PaymentMetricsTest {

  private static final Instant NOW = Instant.parse("2027-03-01T10:15:30Z");
  private static final AttemptProperties ATTEMPTS =
      new AttemptProperties(
          Duration.ofMillis(500),
          Duration.ofSeconds(8),
          Duration.ofMillis(500),
          Duration.ofSeconds(30),
          Duration.ofSeconds(1),
          100,
          5);
  private static final PaymentRequest REQUEST =
      new PaymentRequest("TakePayment:a", "patient", 8500, "EUR", "card", NOW.plusSeconds(120));
  private static final RefundRequest REFUND = new RefundRequest("RefundPayment:a", "SLOT_LOST");

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final PaymentMetrics metrics = new PaymentMetrics(meters);
  private final Payment begun = Payment.begin("a", REQUEST, NOW, ATTEMPTS);

  @Test
  void countsFromNothing() {
    assertThat(ended("CAPTURED")).isZero();
    assertThat(ended("FAILED")).isZero();
    assertThat(ended("REFUNDED")).isZero();
  }

  @Test
  void aCaptureCountsOnce() {
    var captured = begun.on(new OfCharge(new ChargeAnswer.Captured()), NOW, ATTEMPTS).payment();

    metrics.moved(begun, captured);
    metrics.moved(
        captured,
        captured.on(new PaymentCommand.TakePayment("a", REQUEST), NOW, ATTEMPTS).payment());

    assertThat(ended("CAPTURED")).isEqualTo(1);
  }

  @Test
  void aCaptureThatComesTooLateCountsAlthoughTheRefundBeginsAtOnce() {
    var unwanted = begun.on(new PaymentCommand.RefundPayment("a", REFUND), NOW, ATTEMPTS).payment();
    var refunding = unwanted.on(new OfCharge(new ChargeAnswer.Captured()), NOW, ATTEMPTS).payment();

    metrics.moved(unwanted, refunding);

    assertThat(refunding.state()).isInstanceOf(PaymentState.Refunding.class);
    assertThat(ended("CAPTURED")).isEqualTo(1);
    assertThat(ended("REFUNDED")).isZero();
  }

  private double ended(String state) {
    return meters.get("carelane.payments.ended").tag("state", state).counter().count();
  }
}
