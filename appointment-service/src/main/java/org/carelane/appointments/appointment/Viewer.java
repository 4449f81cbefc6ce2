package org.carelane.appointments.appointment;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import org.springframework.data.mongodb.core.query.Criteria;

/** Whose appointments someone may see. */
public sealed interface Viewer {

  /** Sees what they booked. */
  record Patient(String id) implements Viewer {}

  /**
   * Sees what was booked with them, and what they booked themselves.
   *
   * @param id of the profile
   */
  record Doctor(String id, String accountId) implements Viewer {}

  record Everyone() implements Viewer {}

  default boolean sees(Appointment it) {
    return switch (this) {
      case Patient(var id) -> it.patient().id().equals(id);
      case Doctor(var id, var accountId) ->
          it.doctor().id().equals(id) || it.patient().id().equals(accountId);
      case Everyone() -> true;
    };
  }

  /** The same rule for a query. */
  default Criteria restriction() {
    return switch (this) {
      case Patient(var id) -> where(Appointments.PATIENT).is(id);
      case Doctor(var id, var accountId) ->
          new Criteria()
              .orOperator(
                  where(Appointments.DOCTOR).is(id), where(Appointments.PATIENT).is(accountId));
      case Everyone() -> new Criteria();
    };
  }
}
