import { redirect } from "react-router";
import { endSession } from "../../domain/people/session.server.ts";
import { actorContext } from "../../http/context.ts";
import { noSessionCookie } from "../../http/session.server.ts";
import type { Route } from "./+types/sign-out.ts";

export const loader = () => redirect("/");

export async function action({ context }: Route.ActionArgs) {
  const actor = context.get(actorContext);
  if ("personId" in actor) await endSession(actor, actor.sessionId);
  return redirect("/sign-in", { headers: { "Set-Cookie": noSessionCookie() } });
}
