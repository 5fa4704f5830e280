import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import { submit } from "../../app/domain/complaint/submit.server.ts";
import { invite } from "../../app/domain/people/invite.server.ts";
import { decideRights } from "../../app/domain/rights/decide.server.ts";
import { requestsOf } from "../../app/domain/rights/requests.server.ts";
import { copyCheckpoints } from "../../app/domain/trail/copy-checkpoints.server.ts";
import { makeCheckpoints } from "../../app/domain/trail/make-checkpoint.server.ts";
import { type TrailPlace, trailPlace } from "../../app/domain/trail/place.server.ts";
import { recordOpening } from "../../app/domain/trail/record-opening.server.ts";
import { verifyTrail } from "../../app/domain/trail/verify-trail.server.ts";
import { aSubmission, does, type Office, shanghai } from "./office.ts";

/** The tables whose every column something signed or chained speaks for. */
export const TRAIL_TABLES = [
  "event",
  "opening",
  "rights_request",
  "rights_decision",
  "chain",
  "checkpoint",
  "checkpoint_leaf",
] as const;

/** A data folder of its own, with a key. */
export const newPlace = (): TrailPlace =>
  trailPlace({ folder: mkdtempSync(join(tmpdir(), "huiyin-trail-")) });

/** Signs what has happened, and copies it. */
export async function sign(place: TrailPlace, moment: string) {
  await makeCheckpoints(shanghai(moment), place);
  await copyCheckpoints(place.file);
}

/** Two matters and a list, with acts, looks and checkpoints in turn, and at last an act that none covers yet. */
export async function liveAWhile(office: Office, place: TrailPlace) {
  const first = await submit(office.lin, aSubmission, shanghai("2026-03-02 09:30"));
  const second = await submit(office.he, aSubmission, shanghai("2026-03-02 09:40"));
  await sign(place, "2026-03-02 09:41");
  const id = await does(office.su, first, { type: "accept", grade: "C" }, "2026-03-02 10:00");
  await recordOpening(office.su, { what: "page", complaintId: id }, shanghai("2026-03-02 10:00"));
  await recordOpening(office.gu, { what: "page", complaintId: id }, shanghai("2026-03-02 10:05"));
  await recordOpening(office.gu, { what: "export", complaintId: null }, shanghai("2026-03-02 10:06"));
  await sign(place, "2026-03-02 10:07");
  const decline = { type: "decline", ground: "civilDispute", reason: "属于民事纠纷，请走诉讼。" } as const;
  await does(office.su, second, decline, "2026-03-02 11:00");
  await recordOpening(
    office.gu,
    { what: "file", complaintId: id, said: { file: "one" } },
    shanghai("2026-03-02 11:05"),
  );
  await change(office);
  await sign(place, "2026-03-02 11:06");
  await does(office.su, first, decline, "2026-03-02 11:10");
  return { id, number: first.number };
}

/** Rights that were asked for, and decided in each way. */
async function change(office: Office) {
  const at = shanghai("2026-03-02 11:05");
  const newcomer = (nth: number) => ({
    ...{
      name: `新来${nth}`,
      nameEn: "",
      email: `new-${nth}@huiyin.example`,
      mobile: "",
      role: "intake" as const,
    },
    ...{ post: null, department: "", point: "", locale: "zh-CN" as const, reason: "人手不够" },
  });
  for (const [nth, verdict] of (["approved", "refused", "approved"] as const).entries()) {
    await invite(office.xu, newcomer(nth), at);
    const { toDecide } = await withActor(office.ke, "read", (tx) => requestsOf(tx, office.ke));
    await decideRights(office.ke, [toDecide[0]?.id ?? ""], verdict, "已核对", at);
  }
}

/** The hand of somebody who may do everything in the database, and whom no trigger stops. */
export class Tamperer {
  readonly #client: pg.Client;
  constructor(ownerUrl: string) {
    this.#client = new pg.Client({ connectionString: ownerUrl });
  }

  /** Keeps the trail as it is, to be restored, and takes away whatever else the database would refuse. */
  async begin() {
    await this.#client.connect();
    await this.#client.query(`do $$ declare one record; begin
      for one in select conrelid::regclass as of, conname as name from pg_constraint
        where conrelid::regclass::text = any ('{${TRAIL_TABLES}}') and contype in ('c', 'u', 'p') loop
        execute format('alter table %s drop constraint %I cascade', one.of, one.name);
      end loop;
      drop index an_event_has_its_place, an_opening_has_its_place, a_request_for_rights_has_its_place,
        a_decision_on_rights_has_its_place;
    end $$`);
    await this.#client.query("set session_replication_role = replica; set timezone = 'UTC'");
    for (const table of TRAIL_TABLES)
      await this.#client.query(`create table kept_${table} as table ${table}`);
  }

  async do<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.#client.query<Row>(text, values)).rows;
  }

  async restore() {
    for (const table of TRAIL_TABLES)
      await this.#client.query(`truncate ${table} cascade; insert into ${table} select * from kept_${table}`);
    await this.#client.query("truncate erasure");
  }

  end = () => this.#client.end();
}

/** What a check says now, in words. */
export async function breachesOf(place: TrailPlace, at = new Date()): Promise<string[]> {
  const { broken } = await verifyTrail(place, at);
  return broken.map(({ what, complaint, seq, why }) =>
    [what, complaint, seq, why].filter((part) => part !== undefined).join(" "),
  );
}

/** Tries a statement as a database role, or as the owner, in a connection of its own; answers what was wrong with it. */
export async function refusalOf(ownerUrl: string, statement: string, role?: string): Promise<string | null> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`begin; ${role ? `set local role ${role};` : ""} ${statement}; rollback`);
    return null;
  } catch (error) {
    return (error as Error).message;
  } finally {
    await client.end();
  }
}
