import { sql } from "drizzle-orm";
import type { PersonActor } from "../../app/domain/access/actor.ts";
import { type Tx, withActor } from "../../app/domain/access/with-actor.server.ts";
import { loadCalendar } from "../../app/domain/clock/calendar.server.ts";
import { dayOf } from "../../app/domain/clock/day.ts";
import { figures, months } from "../../app/domain/figure/figures.server.ts";
import { loadDossier } from "../../app/domain/ledger/dossier.server.ts";
import { ledgerCount, ledgerPage, ledgerRows } from "../../app/domain/ledger/ledger.server.ts";
import { listPoints } from "../../app/domain/ledger/points.server.ts";
import { countQueues, loadQueue } from "../../app/domain/ledger/queue.server.ts";
import { QUEUES } from "../../app/domain/ledger/queue.ts";
import { listRules } from "../../app/domain/ledger/rules.server.ts";
import { findSimilar, suggestLead } from "../../app/domain/ledger/similar.server.ts";
import { openUnreachable } from "../../app/domain/notice/unreachable.server.ts";
import { noticesOf, unreadCount } from "../../app/domain/people/notices.server.ts";
import { listUrgings } from "../../app/domain/urging/urging.server.ts";

/** Tables that say nothing of one matter: how far the numbers are, and what the record of the record says. */
const APART = ["number_series"];

/** Every row of every table that the reader's database role may read whole: nothing that a page could show is left out. */
async function rowsInSight(tx: Tx) {
  const { rows } = await tx.execute<{ name: string }>(sql`
    select c.relname as name from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
       and has_table_privilege(current_user, c.oid, 'select') order by 1`);
  const tables: Record<string, unknown> = {};
  for (const { name } of rows.filter((one) => !APART.includes(one.name))) {
    const found = await tx.execute<{ all: unknown }>(
      sql`select json_agg(t order by t::text) as all from ${sql.identifier(name)} t`,
    );
    tables[name] = found.rows[0]?.all;
  }
  return tables;
}

/** All that somebody of the commission can get to see at a moment: through the pages' own questions, and without them. */
export function sightOf(actor: PersonActor, at: Date, beside: string) {
  return withActor(actor, "read", async (tx) => {
    const moment = { at, calendar: await loadCalendar(tx) };
    const today = dayOf(at);
    const filters = [
      {},
      { q: "HY" },
      { q: "HY2026" },
      { q: "点名" },
      { urgent: true as const },
      { year: 2026 },
    ];
    const ledgers = [];
    for (const each of filters) {
      const filter = { sort: "submitted" as const, ...each };
      const exported = [];
      for await (const row of ledgerRows(tx, filter, moment)) exported.push(row);
      const page = await ledgerPage(tx, filter, moment, null, 50);
      ledgers.push({ page, exported, count: await ledgerCount(tx, filter, moment) });
    }
    const queues = [];
    for (const queue of QUEUES) queues.push(await loadQueue(tx, queue, today));
    const dossier = await loadDossier(tx, beside);
    return {
      ledgers,
      queues,
      dossier,
      similar: dossier && (await findSimilar(tx, dossier.complaint)),
      suggestion: dossier && (await suggestLead(tx, dossier.complaint)),
      counts: await countQueues(tx, today),
      figures: await figures(tx, 2026, at),
      months: await months(tx, 2026),
      points: await listPoints(tx),
      rules: await listRules(tx),
      urgings: await listUrgings(tx, actor, null),
      unreachable: await openUnreachable(tx),
      notices: await noticesOf(tx, actor),
      unread: await unreadCount(tx, actor),
      tables: await rowsInSight(tx),
    };
  });
}
