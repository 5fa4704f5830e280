import type { PersonActor } from "../domain/access/actor.ts";
import {
  disablePerson,
  invite,
  inviteAgain,
  type Kept,
  movePerson,
  type PersonFault,
} from "../domain/people/invite.server.ts";
import { askAbout, type Looked } from "../domain/rights/ask.server.ts";
import type { Words } from "../i18n/dictionaries.ts";
import { now } from "./environment.ts";
import { textIn } from "./forms.ts";
import { MOST_REASON, personIn, sayFault } from "./person-form.ts";

/** What an administrator of accounts does to one, as its address ends. */
export const PERSON_ACTS = ["edit", "disable", "enable", "factor", "invitation"] as const;
export type PersonAct = (typeof PERSON_ACTS)[number];

interface NotKept {
  values: Record<string, string>;
  errors: Partial<Record<string, string>>;
  refusal?: string;
  /** Somebody else changed the account meanwhile. */
  isStale?: boolean;
}

/** What came of a form about an account, or what is wrong with it and what was typed. */
export type PersonDone = { done: Extract<Kept, { ok: true }>["done"] } | NotKept;

/** Carries out a form about one account; `id` is null for one that is to be. */
export async function actOnPerson(
  actor: PersonActor,
  { id, act }: { id: string | null; act: PersonAct },
  form: FormData,
  words: Words,
): Promise<PersonDone> {
  const told = (kept: Kept, values: Record<string, string>): PersonDone =>
    kept.ok
      ? { done: kept.done }
      : { values, refusal: undefined, isStale: kept.fault === "stale", ...sayFault(kept.fault, words) };
  if (id === null || act === "edit") {
    const { values, errors, input } = personIn(form, words);
    if (!input) return { values, errors };
    if (id === null) return told(await invite(actor, input, now()), values);
    return told(await movePerson(actor, id, versionIn(form), input, now()), values);
  }
  const looked = { id, version: versionIn(form) };
  if (act === "invitation") return told(await inviteAgain(actor, looked, now()), {});
  const { reason, errors } = reasonIn(form, words);
  if (errors) return { values: { reason }, errors };
  return told(await withReason(actor, act, { ...looked, reason }), { reason });
}

async function withReason(
  actor: PersonActor,
  act: "disable" | "enable" | "factor",
  on: Looked & { reason: string },
): Promise<Kept> {
  if (act === "disable") return disablePerson(actor, on, now());
  const asked = await askAbout(actor, act === "enable" ? "enable" : "replaceFactor", on, now());
  return asked.ok ? { ok: true, done: "asked" } : { ok: false, fault: asked.fault satisfies PersonFault };
}

/** The version of an account that a form was made from; 0, which none has, where it says nothing. */
export const versionIn = (form: FormData): number =>
  Math.min(Number.parseInt(textIn(form, "version"), 10) || 0, 2 ** 31 - 2);

/** A reason that has to be given, out of a form. */
export function reasonIn(form: FormData, { security }: Words) {
  const reason = textIn(form, "reason");
  if (!reason) return { reason, errors: { reason: security.required } };
  if (reason.length > MOST_REASON) return { reason, errors: { reason: security.tooLong(MOST_REASON) } };
  return { reason, errors: null };
}
