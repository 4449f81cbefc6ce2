import createClient from "openapi-fetch";
import createQueries from "openapi-react-query";
import { accessToken, forget } from "@/session/session";
import type { components, paths } from "./schema";

export type Schemas = components["schemas"];

/**
 * Sends a request as whoever is signed in. A token that is refused is renewed, and the request sent
 * once more.
 */
async function authorizedFetch(request: Request): Promise<Response> {
  const again = request.clone();
  const token = await accessToken();
  const response = await fetch(authorized(request, token));
  if (response.status !== 401 || token === null) {
    return response;
  }
  forget(token);
  const next = await accessToken();
  return next === null ? response : fetch(authorized(again, next));
}

function authorized(request: Request, token: string | null): Request {
  if (token !== null) {
    request.headers.set("Authorization", `Bearer ${token}`);
  }
  return request;
}

/** The published API, typed by its description. */
export const api = createClient<paths>({ baseUrl: location.origin, fetch: authorizedFetch });

/** The same, as queries and mutations; what is refused is thrown as a {@link Schemas.Problem}. */
export const $api = createQueries(api);
