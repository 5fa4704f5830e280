import type { Role } from "../../db/vocabulary.ts";

/** What happened at the door, or in front of a closed one. */
export type Witnessed =
  | ("signedIn" | "signInFailed" | "signedOut" | "resetAsked")
  | ("factorProved" | "factorFailed" | "linkUsed" | "linkRefused")
  | ("accountChanged" | "accountRefused" | "refused" | "notTheirs" | "tooMany");

const posted: [RegExp, done: Witnessed, refused: Witnessed][] = [
  [/^\/sign-in\/(factor|enrol)\b/, "factorProved", "factorFailed"],
  [/^\/sign-in\b/, "signedIn", "signInFailed"],
  [/^\/sign-out$/, "signedOut", "signedOut"],
  [/^\/forgot$/, "resetAsked", "resetAsked"],
  [/^\/(invitation|reset|rate)\//, "linkUsed", "linkRefused"],
  [/^\/account\b/, "accountChanged", "accountRefused"],
];

/** What an answer to a request tells of the door; null for everyday reading and acting, which the trail tells of. */
export function witnessed(method: string, place: string, status: number, isKnown: boolean): Witnessed | null {
  const [, done, refused] = posted.find(([shape]) => method === "POST" && shape.test(place)) ?? [];
  if (done && status < 400) return done;
  if (status === 429) return "tooMany";
  if (refused) return refused;
  if (status === 401 || status === 403) return "refused";
  // What isn't there for somebody, or for nobody: they look alike from outside, and here as well.
  return status === 404 && isKnown ? "notTheirs" : null;
}

/** Who is told of: of an enterprise's people nothing but that it was one, so that no log says who reported, or when. */
export interface Somebody {
  role: Role;
  personId: string;
}

export const named = ({ role, personId }: Somebody) =>
  role === "liaison" ? { role } : { role, person: personId };
