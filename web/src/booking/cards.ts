import { msg } from "@lingui/core/macro";

/** What the sandbox's payment provider has in place of cards, by what they do. */
export const cards = [
  {
    token: "card_ok",
    name: msg`Accepted`,
    does: msg`The payment succeeds at once.`,
  },
  {
    token: "card_requires_action",
    name: msg`The bank asks you`,
    does: msg`You confirm the payment in one more step, or refuse it.`,
  },
  {
    token: "card_declined",
    name: msg`Declined`,
    does: msg`The bank says no, and nothing is charged.`,
  },
  {
    token: "card_unreachable",
    name: msg`The bank is silent`,
    does: msg`No answer comes for a while; then it turns out that the payment was made.`,
  },
  {
    token: "card_slow",
    name: msg`Charged too late`,
    does: msg`The money comes after the hold has ended, and is given back.`,
  },
  {
    token: "card_refund_fails",
    name: msg`Refused refund`,
    does: msg`The payment succeeds. If you cancel, the refund takes several attempts.`,
  },
];
