package org.carelane.appointments.booking;

import java.time.Instant;
import org.carelane.appointments.schedule.SlotId;

/** What a saga asks for. */
public sealed interface BookingCommand {

  /**
   * The same however often it is asked, so that whoever carries it out can tell a repetition; its
   * reply names it.
   */
  String commandId();

  String appointmentId();

  static String idOf(Class<? extends BookingCommand> type, Booking booking) {
    return type.getSimpleName() + ":" + booking.id();
  }

  /** Slots are this service's own: carried out here and at once. */
  sealed interface OnSlot extends BookingCommand {
    SlotId slot();
  }

  /** Sent to another service. */
  sealed interface Sent extends BookingCommand {}

  /** The saga goes on with the answer. */
  sealed interface Awaited extends Sent permits TakePayment, RefundPayment, SendConfirmation {}

  /** Nobody waits for an answer. */
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
