import type { Role } from "../../db/vocabulary.ts";
import { ROLES } from "../../db/vocabulary.ts";

// Who may stand behind which door, written down from the office's rules and apart from the guards in the routes. What
// is not named here is an area's; a new route in an area is tried by everybody else from its first day.

/** By the first word of the address. */
const areas: Record<string, readonly Role[]> = {
  liaison: ["liaison"],
  department: ["department"],
  desk: ["intake", "supervisor"],
  clues: ["discipline"],
  custody: ["custodian"],
  leader: ["leader"],
  audit: ["auditor"],
  admin: ["sysadmin"],
  security: ["secadmin"],
};

/** Doors of an area that others pass, or not all of its people. */
const apart: Record<string, readonly Role[]> = {
  "desk/complaints/:number/identity/:act?": ["intake", "supervisor", "discipline"],
  "clues/:number/identity/:act?": ["intake", "supervisor", "discipline"],
  "desk/files/:kind/:id": ["intake", "supervisor", "discipline"],
  "desk/unreachable/:id?": ["intake"],
};

/** Doors that stand open to whoever isn't signed in, each with the reason. */
export const open: Record<string, string> = {
  "sign-in": "where one signs in",
  "sign-in/factor/:way?": "where half a session becomes a whole one; without one it leads to the start",
  "sign-in/enrol/:way?": "where half a session becomes a whole one; without one it leads to the start",
  "sign-in/renew": "where the password alone asks for a better one; it isn't there otherwise",
  "sign-out": "signing out twice is no fault",
  forgot: "whoever has forgotten can't sign in",
  "invitation/:token": "the link is the key",
  "reset/:token": "the link is the key",
  "rate/:token": "the link is the key, and opens one form",
  locale: "the language of the pages at the door",
  print: "the print of the pages at the door",
  "mailbox/:id?": "the demo's mailbox; there is none in production",
  "mailbox/:id/html": "the demo's mailbox; there is none in production",
  verify: "whoever was given a receipt may verify it",
  "api/resend": "its signature stands in for a session",
  ".well-known/security.txt": "whoever has found a hole may say so",
  "*": "there is nothing behind it",
};

/** Doors of another server, whose requests come from elsewhere by their nature. */
export const signed: Record<string, string> = { "api/resend": "its signature says whose it is" };

/** The roles for which a door exists; everybody's own pages are everybody's. */
export function whoMay(path: string): readonly Role[] {
  const [area = ""] = path.split("/");
  return apart[path] ?? areas[area] ?? ROLES;
}
