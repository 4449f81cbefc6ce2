package org.carelane.appointments.booking;

import java.time.Clock;
import org.carelane.appointments.appointment.Appointments;
import org.carelane.appointments.appointment.Viewer;
import org.springframework.stereotype.Component;

/** Cancels appointments on request. */
@Component
public class Cancellations {

  private final Appointments appointments;
  private final BookingProcess process;
  private final Clock clock;

  Cancellations(Appointments appointments, BookingProcess process, Clock clock) {
    this.appointments = appointments;
    this.process = process;
    this.clock = clock;
  }

  public sealed interface Result {

    /** Also if it was cancelled before. */
    record Cancelled(Booking booking) implements Result {}

    record Refused(Refusal why) implements Result {}
  }

  public enum Refusal {
    /** It does not exist, or the viewer may not see it. */
    NO_SUCH_APPOINTMENT,
    APPOINTMENT_BEGUN
  }

  /**
   * @param admin whether the account is an administrator's
   */
  public Result cancel(String id, Viewer viewer, String accountId, boolean admin) {
    var filed = appointments.find(id, viewer).orElse(null);
    if (filed == null) {
      return new Result.Refused(Refusal.NO_SUCH_APPOINTMENT);
    }
    if (filed.appointment().hasBegun(clock.instant())) {
      return new Result.Refused(Refusal.APPOINTMENT_BEGUN);
    }
    return process
        .cancel(id, filed.appointment().ifCancelledBy(accountId, admin))
        .<Result>map(Result.Cancelled::new)
        .orElse(new Result.Refused(Refusal.NO_SUCH_APPOINTMENT));
  }
}
