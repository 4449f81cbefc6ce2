import { redirect } from "@tanstack/react-router";
import { type Feature, loadMessages } from "@/language/messages";
import { currentSession, has, type Role, restore } from "@/session/session";

/**
 * What a page needs before it is shown: {@code beforeLoad: guard("appointments", "PATIENT")}.
 *
 * @param features whose messages it has
 * @param role who may see it; without one, whoever is signed in. Others are sent to sign in, and come
 *     back afterwards.
 */
export function guard(features: Feature | Feature[], role?: Role) {
  return async ({ location }: { location: { href: string } }) => {
    await Promise.all([...[features].flat().map(loadMessages), restore()]);
    if (currentSession().state !== "signed-in") {
      throw redirect({ to: "/sign-in", search: { next: location.href } });
    }
    if (role !== undefined && !has(role)) {
      throw redirect({ to: "/" });
    }
  };
}

/** For pages everybody may see. */
export function withMessages(feature: Feature) {
  return () => loadMessages(feature);
}
