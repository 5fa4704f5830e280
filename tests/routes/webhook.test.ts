import { randomUUID } from "node:crypto";
import { RouterContextProvider } from "react-router";
import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "../../app/domain/access/actor.ts";
import { becomeRegistrar, withActor } from "../../app/domain/access/with-actor.server.ts";
import {
  countUnreachable,
  openUnreachable,
  settleUnreachable,
} from "../../app/domain/notice/unreachable.server.ts";
import { actorContext } from "../../app/http/context.ts";
import * as page from "../../app/routes/desk/unreachable.tsx";
import { schema } from "../../db/client.server.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { type Office, openOffice, shanghai } from "../support/office.ts";
import {
  bodyOf,
  knock,
  type Message,
  say,
  signatureOf,
  webhookSecret,
  workHearings,
} from "../support/webhooks.ts";

process.env.HUIYIN_SECRET ??= "for tests only, and long enough for that";
process.env.RESEND_WEBHOOK_SECRET = webhookSecret;

let database: TestDatabase;
let office: Office;

beforeAll(async () => {
  database = await testDatabase();
  office = await openOffice();
});

async function aMail(personId: string, more: Partial<typeof schema.mail.$inferInsert> = {}): Promise<string> {
  const id = randomUUID();
  await withActor(office.su, "write", async (tx) => {
    await becomeRegistrar(tx);
    await tx.insert(schema.mail).values({
      id,
      personId,
      kind: "answered",
      number: "HY2026-00001",
      path: "/liaison/complaints/HY2026-00001",
      locale: "zh-CN",
      status: "sent",
      providerId: `provider ${id}`,
      createdAt: shanghai("2026-03-02 09:30"),
      ...more,
    });
  });
  return id;
}

const about = (mailId: string, type: string, more: object = {}): Message => ({
  id: `msg_${randomUUID()}`,
  type,
  mail: { id: `provider ${mailId}`, tags: [{ name: "mail", value: mailId }] },
  more,
});

const rowOf = async (id: string) =>
  (
    await database.query<{ status: string; last_error: string | null }>(
      "select status, last_error from mail where id = $1",
      [id],
    )
  )[0];
const eventsOf = (id: string) => database.query("select * from mail_event where id = $1", [id]);

const post = (body: string, headers: Record<string, string>, path = "/api/resend") =>
  knock(new Request(`http://huiyin.example${path}`, { method: "POST", body, headers }));

describe("what Resend tells", () => {
  it("is taken by its signature and not by where it comes from", async () => {
    const id = await aMail(office.lin.personId);
    const message = about(id, "email.delivered");
    const body = bodyOf(message);
    const foreign = { origin: "https://resend.example", "sec-fetch-site": "cross-site" };
    expect(await post(body, { ...foreign, ...signatureOf(message.id, body) })).toBe(200);
    await workHearings();
    expect(await rowOf(id)).toMatchObject({ status: "delivered" });
    // Nowhere else does a signature open the door.
    expect(await post(body, { ...foreign, ...signatureOf(message.id, body) }, "/account/language")).toBe(403);
  });

  it("is refused with a wrong, an old or no signature, and leaves nothing behind", async () => {
    const id = await aMail(office.lin.personId);
    const message = about(id, "email.delivered");
    const body = bodyOf(message);
    const old = new Date(Date.now() - 6 * 60_000);
    const other = `whsec_${Buffer.from("somebody else's secret").toString("base64")}`;
    for (const headers of [
      {},
      signatureOf(message.id, `${body} `),
      signatureOf(message.id, body, old),
      signatureOf(message.id, body, new Date(), other),
      { ...signatureOf(message.id, body), "svix-id": "msg_other" },
    ])
      expect(await post(body, headers as Record<string, string>)).toBe(401);
    expect(await rowOf(id)).toMatchObject({ status: "sent" });
    expect(await eventsOf(message.id)).toEqual([]);
  });

  it("is bounded, whatever its headers say", async () => {
    const body = "x".repeat(300 * 1024);
    expect(await post(body, signatureOf("msg_long", body))).toBe(413);
  });

  it("about an unknown mail is taken and noted, and about anything else only taken", async () => {
    const unknown = { ...about(randomUUID(), "email.bounced"), mail: { id: "never seen" } };
    expect(await say(unknown)).toBe(200);
    expect(await eventsOf(unknown.id)).toMatchObject([{ mail_id: null, status: "bounced" }]);
    const other = about(randomUUID(), "contact.created");
    expect(await say(other)).toBe(200);
    expect(await eventsOf(other.id)).toEqual([]);
  });

  it("finds a mail by the provider's id where there is no tag", async () => {
    const id = await aMail(office.lin.personId);
    expect(await say({ ...about(id, "email.delivered"), mail: { id: `provider ${id}` } })).toBe(200);
    expect(await rowOf(id)).toMatchObject({ status: "delivered" });
  });

  it("in any order and eight times each, side by side, moves the mail on and never back", async () => {
    const id = await aMail(office.lin.personId, { status: "queued", providerId: null });
    const messages = ["email.delivered", "email.sent", "email.delivery_delayed"].map((type) =>
      about(id, type),
    );
    const storm = Array.from({ length: 8 }, () => messages).flat();
    const statuses = await Promise.all(storm.map((message) => say(message)));
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(await rowOf(id)).toMatchObject({ status: "delivered" });
    expect(await database.query("select id from mail_event where mail_id = $1", [id])).toHaveLength(3);
  });

  it("late, after the bounce, brings nothing back to life", async () => {
    const id = await aMail(office.fang.personId, { number: "JB-2222-3333" });
    const bounce = { message: "no such user", type: "Permanent", subType: "General" };
    expect(await say(about(id, "email.bounced", { bounce }))).toBe(200);
    expect(await say(about(id, "email.delivered"))).toBe(200);
    expect(await rowOf(id)).toEqual({ status: "bounced", last_error: "email.bounced: no such user" });
  });
});

describe("somebody whose mail comes back", () => {
  const read = <T>(fn: Parameters<typeof withActor<T>>[2]) => withActor(office.su, "read", fn);
  const tellings = () =>
    database.query<{ number: string; path: string }>(
      "select n.number, n.path from notice n where n.kind = 'unreachable' and n.person_id = $1",
      [office.su.personId],
    );

  it("is a task for intake once, told by the point and never by the complaint's number", async () => {
    const before = await read(countUnreachable);
    for (const type of ["email.bounced", "email.complained"])
      expect(await say(about(await aMail(office.he.personId), type))).toBe(200);
    const open = (await read(openUnreachable)).filter(({ email }) => email === "he@huiyin.example");
    expect(open).toMatchObject([{ why: "bounced", pointCode: "LXD-002" }]);
    expect(await read(countUnreachable)).toBe(before + 1);
    const told = (await tellings()).filter(({ number }) => number === "LXD-002");
    expect(told).toEqual([{ number: "LXD-002", path: "/desk/unreachable" }]);
    const mails = await database.query(
      "select number from mail where kind = 'unreachable' and number like 'HY%'",
    );
    expect(mails).toEqual([]);
  });

  it("is settled once with a note, mails nothing again, and is a new task when it happens again", async () => {
    const mails = () => database.query("select id from mail where person_id = $1", [office.he.personId]);
    const count = (await mails()).length;
    const task = (await read(openUnreachable)).find(({ email }) => email === "he@huiyin.example");
    const at = shanghai("2026-03-03 10:00");
    expect(await settleUnreachable(office.su, task?.id ?? "", "打了电话，邮箱已改。", at)).toBe(true);
    expect(await settleUnreachable(office.su, task?.id ?? "", "又一次", at)).toBe(false);
    expect(await mails()).toHaveLength(count);
    await say(about(await aMail(office.he.personId), "email.bounced"));
    const again = (await read(openUnreachable)).filter(({ email }) => email === "he@huiyin.example");
    expect(again).toHaveLength(1);
    expect(again[0]?.id).not.toBe(task?.id);
  });

  it("may be seen by nobody outside the commission and the accounts' keeper", async () => {
    for (const actor of [office.lin, office.zhao])
      await expect(withActor(actor, "read", countUnreachable)).rejects.toMatchObject({
        cause: { code: "42501" },
      });
  });
});

describe("the list of those whom mail doesn't reach", () => {
  const args = (actor: PersonActor, id?: string, form?: Record<string, string>) => {
    const context = new RouterContextProvider();
    context.set(actorContext, actor);
    const url = new URL(`http://huiyin.example/desk/unreachable${id ? `/${id}` : ""}`);
    const init = form ? { method: "POST", body: new URLSearchParams(form) } : {};
    return { context, url, params: { id }, request: new Request(url, init) } as never;
  };
  const load = (actor: PersonActor, id?: string) => page.loader(args(actor, id));
  const settle = async (id: string, note: string) =>
    (await page.action(args(office.su, id, { note }))) as { status?: number; init?: { status: number } };

  it("is intake's alone, and shows a telephone number to whoever opens one of them", async () => {
    await database.query("update person set mobile = '13800001234' where email = 'he@huiyin.example'");
    const { rows } = await load(office.su);
    expect(JSON.stringify(rows)).not.toContain("13800001234");
    const id = rows.find(({ email }) => email === "he@huiyin.example")?.id ?? "";
    expect((await load(office.su, id)).open).toMatchObject({ mobile: "13800001234" });
    await expect(load(office.su, randomUUID())).rejects.toMatchObject({ status: 404 });
    for (const actor of [office.gu, office.lin, office.zhao])
      await expect(load(actor)).rejects.toMatchObject({ status: 404 });
  });

  it("asks what came of it, and takes it once", async () => {
    const { rows } = await load(office.su);
    const id = rows.find(({ email }) => email === "he@huiyin.example")?.id ?? "";
    expect((await settle(id, " ")).init?.status).toBe(422);
    expect((await settle(id, "x".repeat(1001))).init?.status).toBe(422);
    expect((await settle(id, "电话联系上了，邮箱已改。")).status).toBe(302);
    expect((await settle(id, "又登记一次。")).init?.status).toBe(409);
    expect((await load(office.su)).rows.map(({ email }) => email)).not.toContain("he@huiyin.example");
  });
});
