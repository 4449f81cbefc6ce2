package org.carelane.payments.payment;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.carelane.rest.Days;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * Which payments someone wants, of those they may see.
 *
 * @param patientId whose; {@code null} for everybody's
 * @param statuses any of them; empty for all
 * @param days on which they were created
 */
public record PaymentFilter(@Nullable String patientId, Set<PaymentStatus> statuses, Days days) {

  private static final String CREATED_AT = "createdAt";

  /** Whether a payment is one of them. */
  public boolean takes(Payment payment) {
    return (patientId == null || payment.isOf(patientId))
        && (statuses.isEmpty() || statuses.contains(payment.state().status()))
        && days.include(payment.createdAt());
  }

  Criteria criteria() {
    List<Criteria> all = new ArrayList<>();
    if (patientId != null) {
      all.add(where("state.order.patientId").is(patientId));
    }
    if (!statuses.isEmpty()) {
      all.add(where("state._class").in(statuses.stream().map(PaymentFilter::stored).toList()));
    }
    if (days.from() != null) {
      all.add(where(CREATED_AT).gte(days.from()));
    }
    if (days.until() != null) {
      all.add(where(CREATED_AT).lt(days.until()));
    }
    return all.isEmpty() ? new Criteria() : new Criteria().andOperator(all);
  }

  /** A payment's status is not stored, but the name of its state. */
  private static String stored(PaymentStatus status) {
    return PaymentState.of(status).getAnnotation(TypeAlias.class).value();
  }
}
