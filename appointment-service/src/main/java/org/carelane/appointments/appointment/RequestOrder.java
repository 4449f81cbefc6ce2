package org.carelane.appointments.appointment;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.DateTimeException;
import java.time.Instant;
import org.carelane.appointments.Problems;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.query.Criteria;

/** Orders stored appointments by the time they were requested, and goes on behind a cursor. */
public record RequestOrder(Direction direction) {

  private static final String REQUESTED_AT = "appointment.requestedAt";

  public Sort sort() {
    return Sort.by(direction, REQUESTED_AT, "_id");
  }

  public String cursor(String id, Appointment appointment) {
    return appointment.requestedAt() + " " + id;
  }

  /**
   * @throws org.carelane.rest.ProblemException when the text is no cursor of this order
   */
  public Criteria behind(String cursor) {
    var parts = cursor.split(" ", 2);
    try {
      var at = Instant.parse(parts[0]);
      var id = parts[parts.length - 1];
      return new Criteria()
          .orOperator(
              beyond(where(REQUESTED_AT), at), beyond(where(REQUESTED_AT).is(at).and("_id"), id));
    } catch (DateTimeException e) {
      throw Problems.invalid("The cursor is not one this service handed out.");
    }
  }

  private Criteria beyond(Criteria field, Object value) {
    return direction.isAscending() ? field.gt(value) : field.lt(value);
  }
}
