import type { PersonActor } from "../../app/domain/access/actor.ts";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import { submit } from "../../app/domain/complaint/submit.server.ts";
import { loadDossier } from "../../app/domain/ledger/dossier.server.ts";
import { handled } from "./course.ts";
import { type TestDatabase, testDatabase } from "./database.ts";
import { aSubmission, openOffice, shanghai } from "./office.ts";

/** An office, and the number of a matter that everybody may see, in the field of the clues: what is like it would show there. */
export async function openBeside() {
  const db = await testDatabase();
  const office = await openOffice();
  return { db, office, beside: (await handled(office, db)).on.number };
}

/** When everybody looks. */
export const later = shanghai("2026-03-20 10:00");

export const moveToClue = { type: "moveToClue" as const, reason: "点名到人，移交。" };
export const acceptClue = { type: "acceptClue" as const, words: "已受理。" };
export const returnFromClue = { type: "returnFromClue" as const, reason: "没有涉及个人廉洁问题。" };

/** What is told of somebody by name. */
export const named = { ...aSubmission, conduct: "extortion" as const, title: "点名的王科长要回扣" };

export const reported = (who: PersonActor) => submit(who, named, shanghai("2026-03-04 09:30"));

/** What somebody's bell said of a matter, in order. */
export const told = (db: TestDatabase, who: PersonActor, number: string) =>
  db.query<{ kind: string; path: string }>(
    "select kind, path from notice where person_id = $1 and number = $2 order by created_at, id",
    [who.personId, number],
  );

/** The matter as somebody's page of it has it. */
export const dossierFor = (who: PersonActor, number: string) =>
  withActor(who, "read", (tx) => loadDossier(tx, number, who.kind));
