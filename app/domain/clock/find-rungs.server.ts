import { type SQL, sql } from "drizzle-orm";
import type { Rung } from "../../../db/vocabulary.ts";
import { addDays, type Day } from "./day.ts";
import type { Finder, Found, Looking } from "./finder.server.ts";
import { ladder, type Reach, reachOf, rungDay, type Watched } from "./ladder.ts";
import { runningClocks } from "./running-clocks.server.ts";

/** Finds on which complaints a rung of one kind of clock has come that isn't climbed: each time the highest. */
const rungsOn =
  (watched: Watched): Finder =>
  async (tx, on) => {
    const reach = reachOf(on.calendar, watched, on.at);
    const rung = sql`case ${sql.join(
      reach.map((each) => sql`when r.due_on <= ${each.upTo}::date then ${each.rung}`),
      sql` `,
    )} end`;
    const { rows } = await tx.execute<Row>(sql`
      with running as (${runningClocks[watched](furthest(reach))})
      select r.number, r.assignment_id, r.measure_id, ${rung} as rung from running r
       where ${hasComeSince(on, reach)} and not exists (
         select from ladder_step s
          where s.complaint_id = r.complaint_id and s.assignment_id is not distinct from r.assignment_id
            and s.measure_id is not distinct from r.measure_id and s.due_on = r.due_on and s.rung = ${rung})
       order by random() limit ${on.limit}`);
    return rows.map(foundIn);
  };

export const findRungs: readonly Finder[] = (
  ["reply", "measure", "signing", "step", "lookBack"] as const
).map(rungsOn);

interface Row extends Record<string, unknown> {
  number: string;
  assignment_id: string | null;
  measure_id: string | null;
  rung: Rung;
}

const foundIn = ({ number, assignment_id, measure_id, rung }: Row): Found => ({
  number,
  command: { type: "climb", rung },
  assignmentId: assignment_id ?? undefined,
  measureId: measure_id ?? undefined,
});

const furthest = (reach: readonly Reach[]): Day =>
  reach
    .map(({ upTo }) => upTo)
    .toSorted()
    .at(-1) ?? "";

/** That the rung came after its clock's date was set, which those after the due day do anyhow. */
function hasComeSince({ calendar }: Looking, reach: readonly Reach[]): SQL {
  const late = reach.find(({ rung }) => ladder[rung].after > 0);
  if (!late || furthest(reach) === late.upTo) return sql`true`;
  const whens: SQL[] = [];
  for (let day = addDays(late.upTo, 1); day <= furthest(reach); day = addDays(day, 1)) {
    const highest = reach.find(({ upTo }) => day <= upTo);
    if (highest) whens.push(sql`when ${day}::date then ${rungDay(calendar, day, highest.rung)}::date`);
  }
  return sql`r.begun_on < case r.due_on ${sql.join(whens, sql` `)} else 'infinity'::date end`;
}
