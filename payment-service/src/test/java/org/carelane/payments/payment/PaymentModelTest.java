package org.carelane.payments.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.carelane.payments.payment.PaymentWorld.Trouble;
import org.junit.jupiter.api.Test;

/**
 * Ten thousand lives of one payment: commands twice, out of order and at two consumers at once,
 * processes that die between two steps (after a call and before its outcome is saved, for one), a
 * provider that hears calls late, does not answer, or takes money for what it said it had
 * cancelled, calls that wait long for their turn. At the end the books must agree with what the
 * booking was told.
 */
class PaymentModelTest {

  private static final int SCHEDULES = 10_000;

  @Test
  void booksAgreeWithTheRepliesWhateverHappens() {
    var met = EnumSet.noneOf(Trouble.class);
    LongStream.range(0, SCHEDULES).forEach(seed -> met.addAll(live(seed)));
    assertThat(met).as("happened at least once").containsExactlyInAnyOrder(Trouble.values());
  }

  private static Set<Trouble> live(long seed) {
    var world = new PaymentWorld(seed);
    try {
      world.muddleThrough();
      world.comeToRest();
      check(world);
      return world.troubles();
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError("seed " + seed + "\n" + String.join("\n", world.story()), e);
    }
  }

  private static void check(PaymentWorld world) {
    var books = world.provider().books();
    assertThat(books.captures()).as("captures").isBetween(0, 1);
    assertThat(books.refunds()).as("refunds").isBetween(0, books.captures());
    assertThat(world.provider().askedTooLate()).as("asked to take what expired").isZero();
    assertThat(world.askedWithoutLease()).as("asked when the lease was over").isZero();
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
    assertThat(saidCaptured)
        .as("captured is said if it was, and not after failed")
        .isEqualTo(books.captures() == 1 && !world.wasCapturedAfterFailure());
    assertThat(saidCaptured || saidFailed).as("answered").isEqualTo(world.wasTaken());
  }

  private static void checkRefund(PaymentWorld world, ModelProvider.Books books) {
    int kept = books.captures() - books.refunds();
    boolean wanted = world.wasRefundWanted();
    if (world.wasCapturedAfterFailure()) {
      assertThat(kept).as("money kept of what failed").isZero();
      return;
    }
    assertThat(kept).as("money kept").isEqualTo(wanted ? 0 : books.captures());
    var refunds = world.all(PaymentEvent.PaymentRefunded.class);
    for (var refunded : world.wasRefundedUnknowing() ? last(refunds) : refunds) {
      assertThat(refunded.amountMinor()).isEqualTo(books.refunds() * PaymentWorld.FEE);
    }
    assertThat(world.said(PaymentEvent.PaymentRefunded.class)).isEqualTo(wanted);
  }

  /** The first said that there was nothing to refund, as far as was known then. */
  private static List<PaymentEvent.PaymentRefunded> last(
      List<PaymentEvent.PaymentRefunded> refunds) {
    return refunds.subList(Math.max(0, refunds.size() - 1), refunds.size());
  }
}
