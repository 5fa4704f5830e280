import type { PersonActor } from "../../app/domain/access/actor.ts";
import { type Tx, withActor } from "../../app/domain/access/with-actor.server.ts";
import { listAssignments, sectionCounts } from "../../app/domain/assignment/list.server.ts";
import { loadCalendar } from "../../app/domain/clock/calendar.server.ts";
import { dayOf } from "../../app/domain/clock/day.ts";
import { pageOfFile, summaryOfFile } from "../../app/domain/complaint/enterprise-file.server.ts";
import { COMPLAINT_FIGURES } from "../../app/domain/figure/figure.ts";
import { figures, months } from "../../app/domain/figure/figures.server.ts";
import { loadDossier } from "../../app/domain/ledger/dossier.server.ts";
import { type Cursor, readFilter } from "../../app/domain/ledger/filter.ts";
import {
  cursorOf,
  LEDGER_PAGE,
  type LedgerMoment,
  ledgerCount,
  ledgerPage,
} from "../../app/domain/ledger/ledger.server.ts";
import { listPoints } from "../../app/domain/ledger/points.server.ts";
import { countQueues, loadQueue } from "../../app/domain/ledger/queue.server.ts";
import { QUEUES } from "../../app/domain/ledger/queue.ts";
import { benchMoment, type Filled, NO_WORD, RARE_WORD } from "./fill.server.ts";

/** One thing that a page asks of the database, through the application's own functions. */
export interface BenchCase {
  name: string;
  actor: PersonActor;
  run: (tx: Tx) => Promise<unknown>;
}

const alone = ["", "sort=due"]
  .concat(["status=closed", "status=handling", "status=clearing", "field=policyDelivery", "field=exit"])
  .concat(["conduct=inaction", "conduct=other", "grade=A", "lead=construction", "lead=body-60", "year=2018"])
  .concat(["lamp=red", "lamp=yellow", "lamp=green", "lamp=grey", "point=LXD-100"])
  .concat(["keyProblem=true", "retention=due", "year=2018&month=3", "number=HY2019-00123,HY2020-00007"])
  .concat(["figure=reported&year=2024&month=3", "figure=resolved&year=2024&month=3"]);
const words = [
  "企业",
  "施工许可",
  "补贴",
  "税",
  "invoice",
  RARE_WORD,
  NO_WORD,
  "HY2019-00123",
  "HY2018",
  "123",
];
const pairs = ["status=closed&field=policyDelivery", "status=closed&year=2018", "year=2018&lead=construction"]
  .concat([
    "field=exit&conduct=other",
    "status=handling&lamp=red",
    "field=exit&lamp=red",
    "grade=A&status=closed",
  ])
  .concat([
    "status=handling&sort=due",
    "lead=construction&sort=due",
    "lamp=red&sort=due",
    "year=2018&sort=due",
  ])
  .concat(["point=LXD-100&status=closed", "q=补贴&status=handling", "q=企业&year=2018", "q=企业&sort=due"]);
const single = [
  ...alone,
  ...words.map((q) => `q=${q}`),
  ...COMPLAINT_FIGURES.map((figure) => `figure=${figure}&year=2024`),
];

const filterOf = (query: string) => readFilter(new URLSearchParams(query));

/** Everything that is measured: a page and the count of every filter, deep pages, and the other lists. */
export async function benchCases({ office, liaison, department }: Filled): Promise<BenchCase[]> {
  const moment = await withActor(office.su, "read", async (tx) => ({
    at: benchMoment,
    calendar: await loadCalendar(tx),
  }));
  const page = (query: string, from: Cursor | null = null) => ({
    actor: office.su,
    run: (tx: Tx) => ledgerPage(tx, filterOf(query), moment, from, LEDGER_PAGE + 1),
  });
  const deep = async (query: string) => page(query, await cursorAt(office.su, query, moment, 1000));
  return [
    ...[...single, ...pairs].map((query) => ({ name: `ledger ${query}`, ...page(query) })),
    { name: "ledger, page 1000", ...(await deep("")) },
    { name: "ledger sort=due, page 1000", ...(await deep("sort=due")) },
    ...single.map((query) => ({
      name: `count ${query}`,
      actor: office.su,
      run: (tx: Tx) => ledgerCount(tx, filterOf(query), moment),
    })),
    ...QUEUES.map((queue) => ({
      name: `queue ${queue}`,
      actor: office.gu,
      run: (tx: Tx) => loadQueue(tx, queue, dayOf(benchMoment)),
    })),
    { name: "counts of the queues", actor: office.gu, run: (tx) => countQueues(tx, dayOf(benchMoment)) },
    { name: "a complaint", actor: office.su, run: (tx) => loadDossier(tx, "HY2024-00077") },
    { name: "points", actor: office.su, run: listPoints },
    { name: "figures of a year", actor: office.su, run: (tx) => figures(tx, 2024, benchMoment) },
    { name: "months of a year", actor: office.su, run: (tx) => months(tx, 2024) },
    ...(["open", "all"] as const).map((section) => ({
      name: `department, ${section}`,
      actor: department,
      run: (tx: Tx) => listAssignments(tx, department, { section }),
    })),
    { name: "department, counts", actor: department, run: (tx) => sectionCounts(tx, department) },
    { name: "enterprise", actor: liaison, run: (tx) => pageOfFile(tx, liaison, {}, LEDGER_PAGE) },
    { name: "enterprise, counts", actor: liaison, run: (tx) => summaryOfFile(tx, liaison, null) },
  ];
}

/** Where so many pages of a filter end, or where its last page ends if there are fewer. */
async function cursorAt(actor: PersonActor, query: string, moment: LedgerMoment, pages: number) {
  const filter = filterOf(query);
  const rows = await withActor(actor, "read", async (tx) =>
    ledgerPage(tx, filter, moment, null, pages * LEDGER_PAGE),
  );
  const last = rows.at(-1);
  return last ? cursorOf(last, filter.sort) : null;
}
