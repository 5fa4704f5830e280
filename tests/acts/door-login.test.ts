import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { guest } from "../../app/domain/access/actor.ts";
import { connect, disconnect, withActor } from "../../app/domain/access/with-actor.server.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { type Office, openOffice } from "../support/office.ts";

let db: TestDatabase;
let office: Office;
const clients: pg.Client[] = [];

beforeAll(async () => {
  db = await testDatabase();
  office = await openOffice();
});
afterAll(() => Promise.all(clients.map((client) => client.end())));

async function login(url: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  clients.push(client);
  return client;
}

describe("the pages' login", () => {
  it("can't become whoever is at the door, and so opens no session for anybody", async () => {
    const client = await login(db.url);
    await expect(client.query("set role huiyin_guest")).rejects.toThrow("permission denied");
    const { personId } = office.xu;
    const stage = ["whole"];
    for (const call of [
      `door_enter('a', '\\x00', '${personId}', now(), now(), '', '${stage}')`,
      `door_account('${office.xu.name}', '', '\\x00', now())`,
      `door_raise('${personId}', 'a', 'b')`,
      `door_renew('${personId}', 'a', 'b', now(), 0)`,
      `door_welcome('a', '\\x00', '${personId}', '', now(), now(), 5)`,
      `door_spend('{}', '{}', '{}', now())`,
    ])
      await expect(client.query(`select ${call}`), call).rejects.toThrow("permission denied");
    // Nor by the role of whoever writes for everybody.
    await client.query("set role huiyin_registrar");
    await expect(client.query(`select door_password_facts('${personId}')`)).rejects.toThrow(
      "permission denied",
    );
    await expect(client.query("select * from known_device")).rejects.toThrow("permission denied");
    await expect(client.query("update person set password_hash = 'x'")).rejects.toThrow("permission denied");
  });

  it("sets a password under nobody's role but by the function that its owner calls", async () => {
    const client = await login(db.url);
    await client.query("begin; set local role huiyin_intake");
    await client.query("select set_config('huiyin.key', $1, true)", [office.su.key]);
    await expect(client.query("update person set password_hash = 'x'")).rejects.toThrow("permission denied");
    await client.query("rollback");
  });
});

describe("the door's login", () => {
  it("becomes nobody else, and reads no table of its own", async () => {
    const client = await login(db.doorUrl);
    for (const role of ["registrar", "intake", "sysadmin", "worker", "keeper", "broker"])
      await expect(client.query(`set role huiyin_${role}`), role).rejects.toThrow("permission denied");
    await client.query("set role huiyin_guest");
    for (const table of ["person", "session", "guess_budget", "known_device", "former_password", "complaint"])
      await expect(client.query(`select * from ${table}`), table).rejects.toThrow("permission denied");
    await expect(client.query("select set_password(null, '', now(), 0)")).rejects.toThrow(
      "permission denied",
    );
  });
});

it("a process without the door's login says so, and opens nothing", async () => {
  await disconnect();
  connect({ url: db.url });
  await expect(withActor(guest, "read", async () => null)).rejects.toThrow("DATABASE_DOOR_URL is not set");
  await disconnect();
  connect(db, 4);
});
