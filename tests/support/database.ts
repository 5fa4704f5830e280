import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, inject } from "vitest";
import { connect, disconnect } from "../../app/domain/access/with-actor.server.ts";
import { loginsOn } from "../../db/migrate.server.ts";
import { templateName } from "./cluster.ts";

/** A test file's own database. */
export interface TestDatabase {
  name: string;
  /** As the web signs in. */
  url: string;
  /** As the door signs in. */
  doorUrl: string;
  /** As the worker signs in. */
  jobsUrl: string;
  /** As the broker signs in. */
  brokerUrl: string;
  /** As the owner: for looking behind the application's back. */
  ownerUrl: string;
  /** One query as the owner, for assertions. */
  query<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
}

const closers: (() => Promise<void>)[] = [];

// Registered on import: a hook that is registered inside beforeAll never runs.
afterAll(async () => {
  for (const close of closers.reverse()) await close();
});

async function asSuperuser(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject("superuserUrl") });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function urlsOf(name: string) {
  const owner = new URL(inject("superuserUrl"));
  owner.pathname = `/${name}`;
  const passwords = {
    appPassword: inject("appPassword"),
    doorPassword: inject("doorPassword"),
    jobsPassword: inject("jobsPassword"),
    brokerPassword: inject("brokerPassword"),
  };
  return { ...loginsOn(owner.href, passwords), ownerUrl: owner.href };
}

/**
 * Gives this test file a fresh migrated database, with the unit of work and DATABASE_URL pointing at
 * it, and drops it when the file is done. Call it once a file, in `beforeAll` or at the top.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString("hex")}`;
  await asSuperuser(`create database ${name} template ${templateName}`);
  const urls = urlsOf(name);
  process.env.DATABASE_URL = urls.url;
  process.env.DATABASE_DOOR_URL = urls.doorUrl;
  process.env.DATABASE_JOBS_URL = urls.jobsUrl;
  const owner = new pg.Pool({ connectionString: urls.ownerUrl, max: 2 });
  // A query that failed may still be closing when its database is dropped.
  owner.on("error", () => {});
  connect(urls, 8);
  closers.push(async () => {
    await disconnect();
    await owner.end();
    await asSuperuser(`drop database ${name} with (force)`);
  });
  return {
    name,
    ...urls,
    async query<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) {
      return (await owner.query<Row>(text, values)).rows;
    },
  };
}
