import { desc, eq } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { PersonActor } from "../access/actor.ts";
import { type Tx, withActor } from "../access/with-actor.server.ts";
import { newId } from "../people/new-id.ts";
import { KEPT_MS } from "./calendar.server.ts";
import { CLOCK_RULES, type ClockRule, defaultSpans } from "./defaults.ts";
import { forgetSpans } from "./spans.server.ts";
import { maySet } from "./spans.ts";

const { clockSpan, person } = schema;

/** Every period of the office: what it is, where it comes from, and all that it was set to, the latest first. */
export async function listSettings(tx: Tx) {
  const rows = await tx
    .select({
      rule: clockSpan.rule,
      unit: clockSpan.unit,
      count: clockSpan.count,
      validFrom: clockSpan.validFrom,
      reason: clockSpan.reason,
      by: person.name,
      byEn: person.nameEn,
    })
    .from(clockSpan)
    .innerJoin(person, eq(person.id, clockSpan.setById))
    .orderBy(desc(clockSpan.validFrom), desc(clockSpan.id));
  return CLOCK_RULES.map((rule) => {
    const history = rows.filter((row) => row.rule === rule);
    const { unit, count, source } = defaultSpans[rule];
    return { rule, unit, count: history[0]?.count ?? count, begins: count, source, history };
  });
}

/**
 * Sets a period for the clocks that begin from now on; those that run keep theirs. False when a law gives less, or
 * when it is no number of days from 1 to 366.
 */
export async function setSpan(
  actor: PersonActor,
  { rule, count, reason }: { rule: ClockRule; count: number; reason: string },
  at: Date,
): Promise<boolean> {
  if (!maySet(rule, count)) return false;
  await withActor(actor, "write", (tx) =>
    tx.insert(clockSpan).values({
      id: newId(),
      rule,
      unit: defaultSpans[rule].unit,
      count,
      // Until then every process has read it: else a clock could begin by the old period and be checked by the new.
      validFrom: new Date(at.getTime() + KEPT_MS),
      setById: actor.personId,
      reason,
    }),
  );
  forgetSpans();
  return true;
}
