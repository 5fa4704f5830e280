import { guest, must } from "../../app/domain/access/actor.ts";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import { addTotp, offerTotp } from "../../app/domain/people/enrol.server.ts";
import { type Holder, holderOf, holderOfHalf } from "../../app/domain/people/factor.server.ts";
import { openSession, sessionOf } from "../../app/domain/people/session.server.ts";
import { codeAt, stepAt } from "../../app/domain/people/totp.ts";
import type { TestDatabase } from "./database.ts";

/** The application's secret, by which factors are sealed. */
export const secret = "a secret of the tests, long enough to be one";

/** The moment at which people sign in. */
export const at = new Date("2026-11-20T09:00:00+08:00");
export const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000);

/** Lets somebody in by the password alone; the session's token. */
export const enter = (personId: string, when = at) =>
  withActor(guest, "write", (tx) => openSession(tx, personId, "Firefox · Linux", when));

/** Whoever holds a cookie, half or whole. */
export async function holderBy(token: string, when = at): Promise<Holder> {
  const signed = must(await sessionOf(token, when), "a session");
  return signed.stage === "half" ? holderOfHalf(signed.half) : holderOf(signed.actor);
}

/** Gives somebody an authenticator app; what it counts from, and the recovery codes. */
export async function enrol(personId: string, when = at) {
  const token = await enter(personId, when);
  const holder = await holderBy(token, when);
  const offer = offerTotp(secret, holder, "x");
  const typed = codeAt(offer.secret, stepAt(when));
  const added = await addTotp(secret, holder, { sealed: offer.sealed, typed }, when);
  if (typeof added === "string" || !added.codes) throw new Error(`not added: ${JSON.stringify(added)}`);
  return { token, app: offer.secret, codes: added.codes };
}

export const stageOf = async (token: string, when = at) => (await sessionOf(token, when))?.stage;

/** The mails that told somebody of a changed factor. */
export const mailsOf = (database: TestDatabase, personId: string) =>
  database.query("select kind from mail where person_id = $1 and kind = 'factorChanged'", [personId]);
