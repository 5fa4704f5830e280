import { execFile } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { RouterContextProvider } from "react-router";
import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, guest } from "../../app/domain/access/actor.ts";
import { submit } from "../../app/domain/complaint/submit.server.ts";
import type { Receipt } from "../../app/domain/trail/receipt.ts";
import { actorContext } from "../../app/http/context.ts";
import { trailPlaceHere } from "../../app/http/trail-place.ts";
import * as receiptPage from "../../app/routes/liaison/receipt.ts";
import * as verifyPage from "../../app/routes/public/verify.tsx";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { aSubmission, does, type Office, openOffice, shanghai } from "../support/office.ts";
import { sign } from "../support/trail.ts";

const folder = mkdtempSync(join(tmpdir(), "huiyin-receipt-"));
process.env.HUIYIN_DATA = folder;
process.env.HUIYIN_SECRET ??= "for tests only, and long enough for that";

let database: TestDatabase;
let office: Office;
let number: string;

beforeAll(async () => {
  database = await testDatabase();
  office = await openOffice();
  ({ number } = await submit(office.lin, aSubmission, shanghai("2026-03-02 09:30")));
});

function argsOf(actor: Actor, request: Request, params: Record<string, string> = {}) {
  const context = new RouterContextProvider();
  context.set(actorContext, actor);
  return { context, params, request, url: new URL(request.url) } as never;
}

const ask = (actor: Actor) =>
  Promise.resolve().then(() =>
    receiptPage.loader(argsOf(actor, new Request("http://huiyin.example/"), { number })),
  );
const receiptNow = async () => (await (await ask(office.lin)).json()) as Receipt;

/** What the public page answers to a file, and to the same pasted. */
async function verified(text: string) {
  const send = async (name: string, value: string | File) => {
    const body = new FormData();
    body.set(name, value as string);
    const answer = await verifyPage.action(
      argsOf(guest, new Request("http://huiyin.example/verify", { method: "POST", body })),
    );
    return {
      status: answer.init?.status,
      outcome: answer.data.checked?.outcome,
      checked: answer.data.checked,
    };
  };
  const byFile = await send("file", new File([text], "receipt.json"));
  expect(await send("text", text)).toEqual(byFile);
  return byFile;
}

async function byCommand(text: string) {
  const file = join(folder, "receipt.json");
  writeFileSync(file, text);
  const run = promisify(execFile)("npm", ["run", "--silent", "verify-receipt", "--", file]);
  const { stdout, code = 0 } = await run.catch((error) => error);
  return { code, ...JSON.parse(stdout) };
}

describe("the receipt of a submission", () => {
  it("is there at once, says that its checkpoint is still to come, and is confirmed", async () => {
    const receipt = await receiptNow();
    expect(receipt).toMatchObject({ number, submittedAt: "2026-03-02T09:30:00+08:00", checkpoint: null });
    expect(receipt.note).toContain("还没有签");
    expect(await verified(JSON.stringify(receipt))).toMatchObject({ status: 200, outcome: "confirmed" });
  });

  it("has no content, and no names", async () => {
    const text = JSON.stringify(await receiptNow());
    for (const word of [aSubmission.title, aSubmission.description, "云岭", office.lin.name])
      expect(text).not.toContain(word);
  });

  it("has its checkpoint later, whatever happened since, and proves the time by the key alone", async () => {
    await does(office.su, { number }, { type: "accept", grade: "C" }, "2026-03-02 09:40");
    await submit(office.he, aSubmission, shanghai("2026-03-02 09:45"));
    await sign(trailPlaceHere(), "2026-03-02 09:46");
    const receipt = await receiptNow();
    // Two submissions and an acceptance, and beside them what was asked and decided about rights.
    const [rights] = await database.query<{ rows: number }>(
      "select (select count(*) from rights_request)::int + (select count(*) from rights_decision)::int as rows",
    );
    const leaves = 3 + (rights?.rows ?? 0);
    expect(receipt.checkpoint).toMatchObject({ nth: 1, leaves, at: "2026-03-02T01:46:00.000Z" });
    expect(receipt.path).toHaveLength(Math.ceil(Math.log2(leaves)));
    const text = JSON.stringify(receipt);
    expect(await verified(text)).toMatchObject({
      status: 200,
      outcome: "confirmed",
      checked: { number, checkpoint: { nth: 1 } },
    });
    expect(await byCommand(text)).toMatchObject({ code: 0, outcome: "confirmed", number });
  });

  it("is nobody else's", async () => {
    for (const actor of [office.he, office.su, office.zhao])
      await expect(ask(actor)).rejects.toMatchObject({ status: 404 });
    const [row] = await database.query("select receipt_of(id) as told from complaint limit 1");
    expect(row?.told).toBeNull();
  });

  it("is found out when it was altered, and never fails on what is no receipt", async () => {
    const receipt = await receiptNow();
    const altered = JSON.stringify({ ...receipt, submittedAt: "2026-03-01T09:30:00+08:00" });
    expect(await verified(altered)).toMatchObject({ status: 422, outcome: "altered" });
    expect(await byCommand(altered)).toMatchObject({ code: 1, outcome: "altered" });
    for (const text of ["nonsense", "{}", "\u0000{", '{"receipt":"huiyin/1"}', "[".repeat(9000)])
      expect((await verified(text)).status).toBe(422);
  });

  it("is not known where the trail never had it, and told of where it has it no more", async () => {
    const receipt = await receiptNow();
    await database.query(
      "set session_replication_role = replica; delete from event where seq = 1; set session_replication_role = origin",
      undefined as never,
    );
    expect(await verified(JSON.stringify(receipt))).toMatchObject({ status: 422, outcome: "missing" });
    const early = { ...receipt, checkpoint: null, place: 0, path: [] };
    expect(await verified(JSON.stringify(early))).toMatchObject({ status: 422, outcome: "notKnown" });
    expect(await byCommand(JSON.stringify(early))).toMatchObject({ code: 1, outcome: "notKnown" });
  });

  it("too large to be one is not read", async () => {
    const body = new FormData();
    body.set("text", "x".repeat(300_000));
    const request = new Request("http://huiyin.example/verify", { method: "POST", body });
    await expect(verifyPage.action(argsOf(guest, request))).rejects.toMatchObject({ status: 413 });
  });
});
