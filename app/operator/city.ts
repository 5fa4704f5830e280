import pg from "pg";
import { ensureDatabase } from "../../db/embedded.server.ts";
import { connect, disconnect, type Logins } from "../domain/access/with-actor.server.ts";
import { bringUpToDate } from "./bring-up-to-date.ts";

type State = "empty" | "filling" | "complete" | "foreign";

const marks = { filling: "huiyin demo city: filling", complete: "huiyin demo city: complete" };

async function asOwner<T>(ownerUrl: string, fn: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return await fn(client);
  } finally {
    await client.end();
  }
}

/** How far the demo city is: told by the comment on the database, which a crash leaves at "filling". */
function stateOf(ownerUrl: string): Promise<State> {
  return asOwner(ownerUrl, async (client) => {
    const { rows } = await client.query(
      `select shobj_description(oid, 'pg_database') as mark, exists (select from liaison_point) as "hasPoints"
         from pg_database where datname = current_database()`,
    );
    const { mark, hasPoints } = rows[0];
    if (mark === marks.complete) return "complete";
    if (mark === marks.filling) return "filling";
    return hasPoints ? "foreign" : "empty";
  });
}

function setMark(ownerUrl: string, mark: string): Promise<unknown> {
  return asOwner(ownerUrl, (client) => {
    const name = client.escapeIdentifier(decodeURIComponent(new URL(ownerUrl).pathname.slice(1)));
    return client.query(`comment on database ${name} is ${client.escapeLiteral(mark)}`);
  });
}

async function beginAgain(ownerUrl: string): Promise<void> {
  const url = new URL(ownerUrl);
  const name = url.pathname.slice(1);
  url.pathname = "/postgres";
  await asOwner(url.href, (client) =>
    client.query(`drop database ${client.escapeIdentifier(name)} with (force)`),
  );
  await ensureDatabase(url.href, name);
  await bringUpToDate({ ownerUrl });
}

/**
 * Fills the city where the database is empty. What an interrupted filling left is begun again, on the
 * project's own server only (`isOwn`); a database with anything else in it is left alone.
 */
export async function ensureCity(
  { ownerUrl, isOwn, ...logins }: Logins & { ownerUrl: string; isOwn: boolean },
  log: (line: string) => void,
): Promise<void> {
  const state = await stateOf(ownerUrl);
  if (state === "complete") return;
  if (state === "foreign")
    throw new Error("The database holds data that are not the demo's: it is left as it is.");
  if (state === "filling") {
    if (!isOwn)
      throw new Error("The demo city in this database is half filled: empty the database and start again.");
    log("The last filling was interrupted: beginning again");
    await beginAgain(ownerUrl);
  }
  await setMark(ownerUrl, marks.filling);
  const { seedCity } = await import("../../db/seed/city.server.ts");
  connect(logins);
  // Its files come in by the door that a form's files come in by, which reads the settings.
  process.env.DATABASE_URL ||= logins.url;
  try {
    // A question that a connection has planned on empty tables would read them from end to end for ever.
    const settle = () => asOwner(ownerUrl, (client) => client.query("analyze"));
    await seedCity({ log, settle });
  } finally {
    await disconnect();
  }
  await setMark(ownerUrl, marks.complete);
}
