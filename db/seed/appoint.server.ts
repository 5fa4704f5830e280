import { and, eq, inArray, sql } from "drizzle-orm";
import { guest, type PersonActor, worker } from "../../app/domain/access/actor.ts";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import { keptHashes } from "../../app/domain/people/new-password.server.ts";
import { askIn } from "../../app/domain/rights/ask.server.ts";
import { decideRights } from "../../app/domain/rights/decide.server.ts";
import type { Holding } from "../../app/domain/rights/rights.ts";
import { schema } from "../client.server.ts";

interface Appointment {
  /** Who asks, and who approves. */
  sysadmin: PersonActor;
  secadmin: PersonActor;
  /** The accounts by the keys that they are to have. */
  accounts: ReadonlyMap<string, Holding>;
  passwordHash: string;
  at: Date;
}

/** Opens the office's accounts as it is done in life: asked for, approved, invited; and everybody comes in by their link. */
export async function appointOffice({ sysadmin, secadmin, accounts, passwordHash, at }: Appointment) {
  const askings = [...accounts].map(([subjectId, after]) => ({
    ...{ kind: "appoint" as const, subjectId, after },
    ...{ before: null, version: null, status: null },
  }));
  const fault = await withActor(sysadmin, "act", (tx) => askIn(tx, sysadmin, askings, REASON, at));
  if (fault) throw new Error(`The city's office is not asked for: ${fault}.`);
  const ids = [...accounts.keys()];
  const requests = await withActor(secadmin, "read", (tx) =>
    tx
      .select({ id: schema.rightsRequest.id })
      .from(schema.rightsRequest)
      .where(inArray(schema.rightsRequest.subjectId, ids)),
  );
  const decided = await decideRights(
    secadmin,
    requests.map(({ id }) => id),
    "approved",
    REASON,
    at,
  );
  if (!decided.ok) throw new Error(`The city's office is not appointed: ${decided.fault}.`);
  await comeIn(ids, passwordHash, at);
}

const REASON = "机构启用，按编制和分工开设";

/** All at once, because a hash takes as long as it should, and the people of a story share their password. */
async function comeIn(personIds: readonly string[], passwordHash: string, at: Date) {
  const { oneTimeLink } = schema;
  const isTheirs = and(inArray(oneTimeLink.personId, [...personIds]), eq(oneTimeLink.purpose, "invitation"));
  const links = await withActor(worker, "read", (tx) =>
    tx.select({ id: oneTimeLink.id }).from(oneTimeLink).where(isTheirs),
  );
  const ids = sql.join(
    links.map(({ id }) => sql`${id}::uuid`),
    sql`, `,
  );
  await withActor(guest, "write", (tx) =>
    tx.execute(
      sql`select door_redeem(id, 'invitation', ${at.toISOString()}, ${passwordHash}, ${keptHashes()}) from unnest(array[${ids}]) id`,
    ),
  );
}
