package org.carelane.appointments.booking;

import java.time.Instant;
import org.carelane.appointments.schedule.SlotId;

/** A command of the saga. */
public sealed interface BookingCommand {

  /**
   * The same each time the command is sent, so that the receiver recognises a repetition. The reply
   * names it.
   */
  String commandId();

  String appointmentId();

  static String idOf(Class<? extends BookingCommand> type, Booking booking) {
    return type.getSimpleName() + ":" + booking.id();
  }

  /** Carried out in this service at once: slots are its own. */
  sealed interface OnSlot extends BookingCommand {
    SlotId slot();
  }

  /** Sent to another service. */
  sealed interface Sent extends BookingCommand {}

  /** The saga waits for the reply. */
  sealed interface Awaited extends Sent permits TakePayment, RefundPayment, SendConfirmation {}

  /** No reply is expected. */
  sealed interface Told extends Sent permits SendCancellation {}

  record HoldSlot(String commandId, String appointmentId, SlotId slot, Instant until)
      implements OnSlot {
    static HoldSlot of(Booking booking) {
      return new HoldSlot(
          idOf(HoldSlot.class, booking), booking.id(), booking.slot(), booking.terms().heldUntil());
    }
  }

  record BookSlot(String commandId, String appointmentId, SlotId slot) implements OnSlot {
    static BookSlot of(Booking booking) {
      return new BookSlot(idOf(BookSlot.class, booking), booking.id(), booking.slot());
    }
  }

  record ReleaseSlot(String commandId, String appointmentId, SlotId slot) implements OnSlot {
    static ReleaseSlot of(Booking booking) {
      return new ReleaseSlot(idOf(ReleaseSlot.class, booking), booking.id(), booking.slot());
    }
  }
}
