import pg from "pg";
import { COMMAND_TYPES } from "../../app/domain/complaint/commands.ts";
import { answersTo, seesRow } from "./expected.ts";
import type { CityServer } from "./server.ts";
import { type Ask, subjectsOf } from "./subject.ts";
import { tryByHttp, tryBySql } from "./try.ts";

/** So that an act which is let by leaves nothing: whatever it wrote is undone as it commits. */
const dryRun = `
  create or replace function undo_everything() returns trigger language plpgsql as $$
  begin raise exception 'tried only'; end $$;
  create constraint trigger nothing_is_kept after insert on event deferrable initially deferred
    for each row execute function undo_everything();`;

/** Tries every cell of role × relation × act × status, by HTTP and by SQL; `wrong` tells where they are not as expected. */
export async function matrixOf({ address, ownerUrl, url }: CityServer, every: number) {
  const [owner, app] = [new pg.Client(ownerUrl), new pg.Client(url)];
  await Promise.all([owner.connect(), app.connect()]);
  const asker =
    (client: pg.Client): Ask =>
    async <Row>(text: string, values: unknown[] = []) =>
      (await client.query(text, values)).rows as Row[];
  const subjects = await subjectsOf(asker(owner));
  await owner.query(dryRun);
  const wrong: string[] = [];
  const counts = { cells: 0, http: 0, sql: 0 };
  let nth = 0;
  for (const subject of subjects)
    for (const { who, relation } of subject.tries)
      for (const act of COMMAND_TYPES) {
        if (nth++ % every > 0) continue;
        const cell = `${who.role} (${relation}) ${act} in ${subject.status}`;
        counts.cells++;
        const answer = await tryByHttp(address, subject, who, relation, act);
        counts.http++;
        const right = answersTo(who, relation, subject.status, act);
        if (!right.includes(answer)) wrong.push(`${cell}: ${answer}, not ${right.join(" or ")}`);
        const { isSeen, isWritten } = await tryBySql(asker(app), subject, who, act);
        counts.sql++;
        if (isSeen !== seesRow(who, relation, subject.status))
          wrong.push(`${cell}: ${isSeen ? "sees" : "misses"} the row`);
        if (isWritten) wrong.push(`${cell}: writes by a plain statement`);
      }
  await Promise.all([owner.end(), app.end()]);
  return { ...counts, wrong };
}
