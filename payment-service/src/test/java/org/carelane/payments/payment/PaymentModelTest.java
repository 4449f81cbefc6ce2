package org.carelane.payments.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Ten thousand lives of one payment: commands twice and out of order, processes that die between
 * two steps, a provider that hears calls late or does not answer. At the end the books must agree
 * with what the booking was told.
 */
class PaymentModelTest {

  private static final int SCHEDULES = 10_000;

  @Test
  void booksAgreeWithTheRepliesWhateverHappens() {
    LongStream.range(0, SCHEDULES).forEach(PaymentModelTest::live);
  }

  private static void live(long seed) {
    var world = new PaymentWorld(seed);
    try {
      world.muddleThrough();
      world.comeToRest();
      check(world);
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError("seed " + seed + "\n" + String.join("\n", world.story()), e);
    }
  }

  private static void check(PaymentWorld world) {
    var books = world.provider().books();
    assertThat(books.captures()).as("captures").isBetween(0, 1);
    assertThat(books.refunds()).as("refunds").isBetween(0, books.captures());
    var payment = world.payment();
    if (payment == null) {
      assertThat(world.replies()).isEmpty();
      return;
    }
    assertThat(payment.due()).as("nothing is left open").isNull();
    checkTaking(world, books);
    checkRefund(world, books);
  }

  private static void checkTaking(PaymentWorld world, ModelProvider.Books books) {
    boolean saidCaptured = world.said(PaymentEvent.PaymentCaptured.class);
    boolean saidFailed = world.said(PaymentEvent.PaymentFailed.class);
    assertThat(saidCaptured && saidFailed).as("both captured and failed").isFalse();
    assertThat(saidCaptured).as("captured is said if it was").isEqualTo(books.captures() == 1);
    assertThat(saidCaptured || saidFailed).as("answered").isEqualTo(world.wasTaken());
  }

  private static void checkRefund(PaymentWorld world, ModelProvider.Books books) {
    int kept = books.captures() - books.refunds();
    boolean wanted = world.wasRefundWanted();
    assertThat(kept).as("money kept").isEqualTo(wanted ? 0 : books.captures());
    for (var refunded : world.all(PaymentEvent.PaymentRefunded.class)) {
      assertThat(refunded.amountMinor()).isEqualTo(books.refunds() * PaymentWorld.FEE);
    }
    assertThat(world.said(PaymentEvent.PaymentRefunded.class)).isEqualTo(wanted);
  }
}
