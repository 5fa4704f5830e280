import type { PersonActor } from "../domain/access/actor.ts";
import { withActor } from "../domain/access/with-actor.server.ts";
import { invite, type Kept, movePerson } from "../domain/people/invite.server.ts";
import { askAbout } from "../domain/rights/ask.server.ts";
import { holderOf } from "../domain/rights/holders.server.ts";
import type { Words } from "../i18n/dictionaries.ts";
import { now } from "./environment.ts";
import { notFound } from "./guards.ts";
import { reasonIn, versionIn } from "./person-act.server.ts";
import { personIn, sayFault } from "./person-form.ts";

/** Why nothing was asked for, and what was typed. */
export interface NotAsked {
  values: Record<string, string>;
  errors: Partial<Record<string, string>>;
  refusal?: string;
  /** Somebody else changed the account meanwhile. */
  isStale?: boolean;
}

/**
 * The security administrator asks: for an account where `on` is null, else about one of the office's, whose name and
 * address are not theirs to change. Answers null once it is asked.
 */
export async function askForRights(
  actor: PersonActor,
  on: { id: string; act: "move" | "enable" | "factor" } | null,
  form: FormData,
  words: Words,
): Promise<NotAsked | null> {
  const said = (kept: Kept, values: Record<string, string>): NotAsked | null =>
    kept.ok ? null : { values, isStale: kept.fault === "stale", ...sayFault(kept.fault, words) };
  const { reason, errors: missing } = reasonIn(form, words);
  if (on && on.act !== "move") {
    if (missing) return { values: { reason }, errors: missing };
    const kind = on.act === "enable" ? "enable" : "replaceFactor";
    const asked = await askAbout(actor, kind, { id: on.id, version: versionIn(form), reason }, now());
    return said(asked.ok ? { ok: true, done: "asked" } : asked, { reason });
  }
  if (on) await fillIn(actor, on.id, form);
  const { values, errors, input } = personIn(form, words);
  if (missing) Object.assign(errors, missing);
  // Contacts are appointed with their points, by whoever keeps the accounts.
  if (values.role === "liaison") errors.role = words.door.errors.choose;
  if (!input || Object.keys(errors).length > 0) return { values, errors };
  if (!on) return said(await invite(actor, input, now()), values);
  return said(await movePerson(actor, on.id, versionIn(form), input, now()), values);
}

async function fillIn(actor: PersonActor, id: string, form: FormData) {
  const holder = (await withActor(actor, "read", (tx) => holderOf(tx, id))) ?? notFound();
  for (const name of ["name", "nameEn", "email", "locale"] as const) form.set(name, holder[name] ?? "");
}
