import { createRouter } from "@tanstack/react-router";
import { routeTree } from "../routeTree.gen";
import { Broken } from "./broken";
import { NotFound } from "./not-found";

export const router = createRouter({
  routeTree,
  scrollRestoration: true,
  defaultPreload: "intent",
  defaultNotFoundComponent: NotFound,
  defaultErrorComponent: Broken,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
