import { data, type RouterContextProvider, redirect } from "react-router";
import type { Locale, Role } from "../../db/vocabulary.ts";
import type { PersonActor } from "../domain/access/actor.ts";
import { actorContext, addressContext, localeContext, typedContext } from "./context.ts";
import type { HandedBack } from "./typed.ts";

type Context = Readonly<RouterContextProvider>;

/**
 * The signed-in person; anybody else is sent to the door, and back here afterwards. Who was signed out while they
 * typed gets back what they sent, to send it again.
 */
export function signedIn(context: Context): PersonActor {
  const actor = context.get(actorContext);
  if ("personId" in actor) return actor;
  const [typed, path] = [context.get(typedContext), context.get(addressContext)];
  if (typed) throw data<HandedBack>({ handedBack: "signedOut", ...typed, path, from: path }, 401);
  throw redirect(`/sign-in?${new URLSearchParams({ to: path })}`);
}

/** The signed-in person in one of these roles; for every other role the page isn't there. */
export function only(context: Context, ...roles: readonly Role[]): PersonActor {
  const actor = signedIn(context);
  if (!roles.includes(actor.kind)) notFound();
  return actor;
}

/** The language of the answer. */
export const localeOf = (context: Context): Locale => context.get(localeContext);

/** Answers that there is no such page. What is out of one's scope isn't there either. */
export function notFound(): never {
  throw new Response(null, { status: 404 });
}
