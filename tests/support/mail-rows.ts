import { randomUUID } from "node:crypto";
import type { Tx } from "../../app/domain/access/with-actor.server.ts";
import { schema } from "../../db/client.server.ts";
import type { TestDatabase } from "./database.ts";

/** Adds somebody who reads mail, behind the application's back. */
export async function addReader(
  database: TestDatabase,
  email = `${randomUUID()}@huiyin.example`,
): Promise<string> {
  const id = randomUUID();
  await database.query(
    `insert into person (id, name, email, role, status, locale, created_at)
     values ($1, '读信人', $2, 'intake', 'active', 'zh-CN', now())`,
    [id, email],
  );
  return id;
}

/** Writes one queued mail row in the given transaction, as an act does; answers its id. */
export async function writeMail(tx: Tx, personId: string): Promise<string> {
  const id = randomUUID();
  await tx.insert(schema.mail).values({
    id,
    personId,
    kind: "submitted",
    number: "HY2026-00318",
    dueOn: "2026-12-02",
    path: "/desk/complaints/HY2026-00318",
    locale: "zh-CN",
    createdAt: new Date("2026-11-22T01:00:00Z"),
  });
  return id;
}

interface MailRow {
  status: string;
  attempts: number;
  provider_id: string | null;
  last_error: string | null;
  sent_at: Date | null;
}

/** The ledger's row of one mail. */
export async function mailRow(database: TestDatabase, id: string): Promise<MailRow> {
  const [row] = await database.query<MailRow>(
    "select status, attempts, provider_id, last_error, sent_at from mail where id = $1",
    [id],
  );
  if (row === undefined) throw new Error(`no mail ${id}`);
  return row;
}
