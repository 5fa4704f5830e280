import pg from "pg";
import type { PersonActor } from "../../app/domain/access/actor.ts";
import { building } from "../../db/seed/texts/building.ts";
import { enforcement } from "../../db/seed/texts/enforcement.ts";
import { english } from "../../db/seed/texts/english.ts";
import { money } from "../../db/seed/texts/money.ts";
import { services } from "../../db/seed/texts/services.ts";
import { trust } from "../../db/seed/texts/trust.ts";
import { type Office, openOffice, shanghai } from "../support/office.ts";
import * as fill from "./fill-statements.ts";

/** The moment at which the filled office is looked at: ten years of complaints lie before it. */
export const benchMoment = shanghai("2026-11-20 10:00");

// The texts have gaps for names and numbers.
const plain = (text: string) => text.replaceAll(/\{\w+\}/g, "项目");

/** A word of one title in two thousand, and one of none. */
export const RARE_WORD = "琥珀";
export const NO_WORD = "犀鹬";

export interface Filled {
  office: Office;
  /** A contact person of a liaison point with an ordinary share of the complaints. */
  liaison: PersonActor;
  /** The officer of the department that leads most. */
  department: PersonActor;
}

/**
 * Fills an empty migrated database with so many complaints and what belongs to them, the same at every run.
 * The unit of work must be connected to it. Triggers and foreign keys are off meanwhile, so that events
 * have no hashes: it is for reading, not for reconciling.
 */
export async function fillOffice(ownerUrl: string, rows: number): Promise<Filled> {
  const office = await openOffice();
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("begin; set local session_replication_role = replica; select setseed(0.42)");
    const indexes = await dropIndexes(client);
    // The words of a few hundred texts are cut once, and not again for every complaint that has them.
    await client.query("alter table complaint alter column search drop expression");
    await client.query(fill.points);
    await client.query(fill.reporters);
    await client.query(fill.departments);
    await client.query(fill.texts);
    for (const { title, text } of [...services, ...building, ...money, ...enforcement, ...trust, ...english])
      await client.query(
        "insert into text_of_matter (title, words) values ($1, $2)",
        [title, text].map(plain),
      );
    await client.query(fill.complaints, [rows, benchMoment, RARE_WORD]);
    for (const statement of fill.rest) await client.query(statement);
    for (const { definition } of indexes) await client.query(definition);
    await client.query("commit");
    // Index-only scans need the visibility map, which nobody else keeps in a throw-away cluster.
    await client.query("vacuum analyze");
    return { office, ...(await readersOf(client, office)) };
  } finally {
    await client.end();
  }
}

/** An index is built at once in a fraction of the time that it takes row by row. Constraints keep theirs. */
async function dropIndexes(client: pg.Client) {
  const { rows } = await client.query<{ name: string; definition: string }>(`
    select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i where i.indrelid::regclass::text in ('complaint', 'assignment', 'event')
      and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`);
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return rows;
}

async function readersOf(client: pg.Client, office: Office) {
  const first = async (text: string) => (await client.query<{ id: string }>(text)).rows[0]?.id ?? "";
  const department = await first(
    "select department_id as id from assignment group by 1 order by count(*) desc, 1 limit 1",
  );
  const point = await first("select liaison_point_id as id from reporter order by id offset 108 limit 1");
  // Who they are the database finds out itself.
  await client.query("update person set liaison_point_id = $1 where id = $2", [point, office.lin.personId]);
  await client.query("update person set department_id = $1 where id = $2", [
    department,
    office.zhao.personId,
  ]);
  return {
    liaison: { ...office.lin, liaisonPointId: point },
    department: { ...office.zhao, departmentId: department },
  };
}
