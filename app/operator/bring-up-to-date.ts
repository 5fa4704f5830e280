import { type LoginPasswords, migrate } from "../../db/migrate.server.ts";
import { installQueues } from "../jobs/boss.server.ts";

/** Brings a database to the present schema, the job queues included. Safe to repeat and to run twice at once. */
export async function bringUpToDate(database: { ownerUrl: string } & LoginPasswords): Promise<void> {
  await migrate(database);
  await installQueues(database.ownerUrl);
}
