import { redirect, redirectDocument } from "react-router";
import { leaveSession, noSessionCookie } from "../../http/session.server.ts";
import type { Route } from "./+types/sign-out.ts";

/**
 * Pages kept for going back, and whatever was stored. Not the cookies: the session's is taken away by name, and the
 * others say in which language and print this machine is read, and that its owner has signed in here before.
 */
const CLEARED = '"cache", "storage"';

export const loader = () => redirect("/");

export async function action({ context }: Route.ActionArgs) {
  await leaveSession(context);
  const headers = new Headers({ "Clear-Site-Data": CLEARED });
  headers.append("Set-Cookie", noSessionCookie());
  // A whole new page: what the last person was shown must not stay in this one's memory.
  return redirectDocument("/sign-in", { headers });
}
