import type { Payment } from "./words";

/**
 * Where the money of an appointment is.
 *
 * - `nothing`: nothing was taken, and nothing will be
 * - `underway`: it is being taken
 * - `paid`
 * - `returning`: what was taken, or may have been, is given back
 * - `delayed`: the bank has refused to give it back so far; it is tried again
 * - `returned`
 */
export type Money = "nothing" | "underway" | "paid" | "returning" | "delayed" | "returned";

/** @param ended whether the appointment is cancelled, or about to be */
export function moneyOf(payment: Payment | undefined, ended: boolean): Money {
  switch (payment?.status) {
    case "FAILED":
    case "WITHDRAWN":
      return "nothing";
    case "PENDING":
    case "REQUIRES_ACTION":
    case "CONFIRMING":
      return ended ? "returning" : "underway";
    case "CAPTURED":
      return ended ? "returning" : "paid";
    case "WITHDRAWING":
    case "REFUNDING":
      return "returning";
    case "REFUND_FAILED":
      return "delayed";
    case "REFUNDED":
      return "returned";
    default:
      return ended ? "nothing" : "underway";
  }
}

/** Whether its payment will change by itself. */
export function isUnsettled(payment: Payment | undefined): boolean {
  return (
    payment !== undefined &&
    !["CAPTURED", "FAILED", "WITHDRAWN", "REFUNDED"].includes(payment.status)
  );
}
