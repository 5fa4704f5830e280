// Long, because every way in which a delivery can end is tried against the same few rows.
import { randomUUID } from "node:crypto";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { worker } from "../../app/domain/access/actor.ts";
import { becomeRegistrar, withActor } from "../../app/domain/access/with-actor.server.ts";
import { type DeliveryParts, deliverMails, giveUpMail } from "../../app/domain/notice/deliver.server.ts";
import { hearOfMail } from "../../app/domain/notice/hear.server.ts";
import { MAIL_TRIES } from "../../app/domain/notice/mail-queue.ts";
import type { ProviderMessage } from "../../app/domain/notice/provider-message.ts";
import type { Transport } from "../../app/domain/notice/transport.server.ts";
import { transportOf } from "../../app/domain/notice/transport-of.server.ts";
import { renderMail } from "../../emails/index.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { addReader, mailRow, writeMail } from "../support/mail-rows.ts";
import { startResendServer } from "../support/resend-server.ts";
import { startSmtpServer } from "../support/smtp-server.ts";

let database: TestDatabase;
const now = new Date("2026-11-22T02:00:00Z");
const parts: DeliveryParts = {
  now: () => now,
  render: renderMail,
  from: "回音 <huiyin@huiyin.example>",
  urlOf: ({ path }) => `https://huiyin.example${path}`,
};
const unavailable = { status: 500, name: "internal_server_error", message: "try later" };

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

beforeAll(async () => {
  database = await testDatabase();
});

async function queued(email?: string) {
  const reader = await addReader(database, email);
  return withActor(worker, "write", async (tx) => {
    await becomeRegistrar(tx);
    return writeMail(tx, reader);
  });
}

const deliverMail = async (id: string, transport: Transport, by: DeliveryParts) =>
  (await deliverMails([id], transport, by)).get(id);

async function resend() {
  const server = await startResendServer("re_test");
  stops.push(server.stop);
  return { server, transport: transportOf({ resendApiKey: "re_test", resendApiUrl: server.url }) };
}

describe("delivering a mail", () => {
  it("sends it through Resend to its reader and notes so", async () => {
    const { server, transport } = await resend();
    const id = await queued("reader@huiyin.example");
    expect(await deliverMail(id, transport, parts)).toBe("sent");
    expect(server.accepted).toHaveLength(1);
    expect(server.accepted[0]).toMatchObject({ key: id, to: ["reader@huiyin.example"] });
    expect(server.accepted[0]?.text).toContain("https://huiyin.example/desk/complaints/HY2026-00318");
    expect(await mailRow(database, id)).toEqual({
      status: "sent",
      attempts: 1,
      provider_id: server.accepted[0]?.id,
      last_error: null,
      sent_at: now,
    });
  });

  it("sends it through SMTP", async () => {
    const server = await startSmtpServer();
    stops.push(server.stop);
    const id = await queued();
    expect(await deliverMail(id, transportOf({ smtpUrl: server.url }), parts)).toBe("sent");
    expect(server.received).toHaveLength(1);
    expect((await mailRow(database, id)).provider_id).toBe(`<${id}@huiyin.example>`);
  });

  it("leaves it in the mailbox where no way of sending is set", async () => {
    const id = await queued();
    expect(await deliverMail(id, transportOf({}), parts)).toBe("sent");
    expect(await mailRow(database, id)).toMatchObject({ status: "sent", provider_id: null, sent_at: now });
  });

  it("does it once: a mail that was sent is skipped", async () => {
    const { server, transport } = await resend();
    const id = await queued();
    await deliverMail(id, transport, parts);
    expect(await deliverMail(id, transport, parts)).toBe("skipped");
    expect(server.requests()).toBe(1);
  });

  it("does it once: of eight workers at once one sends", async () => {
    const { server, transport } = await resend();
    const id = await queued();
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => deliverMail(id, transport, parts)));
    expect(outcomes.filter((outcome) => outcome === "sent")).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === "busy" || outcome === "skipped")).toHaveLength(7);
    expect(server.requests()).toBe(1);
  });

  it("holds no transaction open while the provider thinks", async () => {
    const id = await queued();
    let open: unknown[] = ["not looked"];
    const slow = {
      name: "mailbox" as const,
      send: async () => {
        open = await database.query(
          "select 1 from pg_stat_activity where datname = current_database() and usename = 'huiyin_jobs' and xact_start is not null",
        );
        return { ok: true as const, providerId: null };
      },
    };
    await deliverMail(id, slow, parts);
    expect(open).toEqual([]);
  });

  it("after a failure that may pass it says why, and the next try sends once", async () => {
    const { server, transport } = await resend();
    server.troubles.push(unavailable);
    const id = await queued();
    expect(await deliverMail(id, transport, parts)).toBe("retry");
    expect(await mailRow(database, id)).toMatchObject({ status: "queued", attempts: 1, sent_at: null });
    expect((await mailRow(database, id)).last_error).toContain("500");
    expect(await deliverMail(id, transport, parts)).toBe("sent");
    expect(server.accepted).toHaveLength(1);
    expect(await mailRow(database, id)).toMatchObject({ status: "sent", attempts: 2, last_error: null });
  });

  it("a sender that died after the provider's yes causes no second mail", async () => {
    const { server, transport } = await resend();
    const id = await queued();
    await deliverMail(id, transport, parts);
    await database.query(
      "update mail set status = 'queued', leased_until = now() - interval '1 s' where id = $1",
      [id],
    );
    expect(await deliverMail(id, transport, parts)).toBe("sent");
    expect(server.requests()).toBe(2);
    expect(server.accepted).toHaveLength(1);
  });

  it("waits for a running lease, and takes over one that has ended", async () => {
    const { transport } = await resend();
    const id = await queued();
    await database.query("update mail set leased_until = now() + interval '1 min' where id = $1", [id]);
    expect(await deliverMail(id, transport, parts)).toBe("busy");
    await database.query("update mail set leased_until = now() - interval '1 s' where id = $1", [id]);
    expect(await deliverMail(id, transport, parts)).toBe("sent");
  });

  it("a failure for good is visible at once", async () => {
    const { server, transport } = await resend();
    const id = await queued("nobody");
    expect(await deliverMail(id, transport, parts)).toBe("failed");
    expect(await mailRow(database, id)).toMatchObject({ status: "failed", attempts: 1, sent_at: null });
    expect((await mailRow(database, id)).last_error).toContain("validation_error");
    expect(await deliverMail(id, transport, parts)).toBe("skipped");
    expect(server.requests()).toBe(1);
  });

  it("a mail that no try could send ends failed, with its last error", async () => {
    const { server, transport } = await resend();
    const id = await queued();
    for (let tries = 1; tries < MAIL_TRIES; tries += 1) {
      server.troubles.push(unavailable);
      expect(await deliverMail(id, transport, parts)).toBe("retry");
    }
    server.troubles.push(unavailable);
    expect(await deliverMail(id, transport, parts)).toBe("failed");
    expect(await mailRow(database, id)).toMatchObject({ status: "failed", attempts: MAIL_TRIES });
    expect((await mailRow(database, id)).last_error).toContain("try later");
  });

  it("nothing goes to somebody whose account is disabled", async () => {
    const { server, transport } = await resend();
    const id = await queued();
    await database.query(
      "update person set status = 'disabled' from mail where mail.person_id = person.id and mail.id = $1",
      [id],
    );
    expect(await deliverMail(id, transport, parts)).toBe("failed");
    expect(server.requests()).toBe(0);
    expect((await mailRow(database, id)).last_error).toContain("disabled");
  });

  it("a mail that can't be written is a failure for good, not a lost job", async () => {
    const { transport } = await resend();
    const id = await queued();
    await database.query("update mail set number = null where id = $1", [id]);
    expect(await deliverMail(id, transport, parts)).toBe("failed");
    expect((await mailRow(database, id)).last_error).toContain("needs a number");
  });
});

describe("delivering a batch", () => {
  it("one mail that can't go touches no other, and each row says what became of it", async () => {
    const { server, transport } = await resend();
    const ids = [await queued(), await queued("nowhere"), await queued(), await queued()];
    const [first = "", wrong = "", broken = "", last = ""] = ids;
    await database.query("update mail set number = null where id = $1", [broken]);
    const outcomes = await deliverMails(ids, transport, parts);
    expect(ids.map((id) => outcomes.get(id))).toEqual(["sent", "failed", "failed", "sent"]);
    expect(server.accepted.map(({ key }) => key).sort()).toEqual([first, last].sort());
    expect((await mailRow(database, wrong)).last_error).toContain("validation_error");
    expect((await mailRow(database, broken)).last_error).toContain("needs a number");
    expect(await mailRow(database, last)).toMatchObject({ status: "sent", attempts: 1, sent_at: now });
  });

  it("tells what it didn't take, and takes the rest", async () => {
    const { transport } = await resend();
    const [done, held, free] = [await queued(), await queued(), await queued()];
    await deliverMail(done, transport, parts);
    await database.query("update mail set leased_until = now() + interval '1 min' where id = $1", [held]);
    const outcomes = await deliverMails([done, held, free], transport, parts);
    expect([done, held, free].map((id) => outcomes.get(id))).toEqual(["skipped", "busy", "sent"]);
  });

  it("does each once when batches that overlap run at the same time", async () => {
    const { server, transport } = await resend();
    const ids = await Promise.all(Array.from({ length: 24 }, () => queued()));
    const batches = [ids, ids.toReversed(), ids.slice(6), ids.slice(0, 18).toReversed()];
    await Promise.all(batches.map((batch) => deliverMails(batch, transport, parts)));
    expect(server.requests()).toBe(24);
    expect(new Set(server.accepted.map(({ key }) => key)).size).toBe(24);
  });

  it("a sender that comes too late overwrites no newer attempt", async () => {
    const id = await queued();
    const slow: Transport = {
      name: "mailbox",
      send: async () => {
        await database.query("update mail set attempts = attempts + 1 where id = $1", [id]);
        return { ok: false, error: "too late", permanent: true };
      },
    };
    await deliverMail(id, slow, parts);
    expect(await mailRow(database, id)).toMatchObject({ status: "queued", last_error: null });
  });

  it("writes no mail for the mailbox, which writes it when it is opened", async () => {
    const id = await queued();
    const silent = { ...parts, render: () => Promise.reject(new Error("nobody reads it yet")) };
    expect(await deliverMail(id, transportOf({}), silent)).toBe("sent");
  });

  it("of nothing does nothing", async () => {
    expect(await deliverMails([], transportOf({}), parts)).toEqual(new Map());
  });
});

describe("giving a mail up", () => {
  it("closes a row that no try brought to an end, and leaves a sent one alone", async () => {
    const { transport } = await resend();
    const [stuck, sent] = [await queued(), await queued()];
    await deliverMail(sent, transport, parts);
    await giveUpMail(stuck);
    await giveUpMail(sent);
    expect(await mailRow(database, stuck)).toMatchObject({
      status: "failed",
      last_error: "no try came to an end",
    });
    expect((await mailRow(database, sent)).status).toBe("sent");
  });
});

describe("what the provider says before its own answer is heard", () => {
  const said = (id: string, status: "delivered" | "bounced"): ProviderMessage => ({
    id: `msg_${randomUUID()}`,
    status,
    at: now,
    mailId: id,
    providerId: "provider-1",
    detail: null,
  });

  it("stands: a yes that comes later moves the mail no way back", async () => {
    const id = await queued();
    const transport: Transport = {
      name: "resend",
      send: async () => {
        expect(await hearOfMail(said(id, "delivered"), now)).toBe("moved");
        return { ok: true, providerId: "provider-1" };
      },
    };
    expect(await deliverMail(id, transport, parts)).toBe("sent");
    expect(await mailRow(database, id)).toMatchObject({ status: "delivered", provider_id: "provider-1" });
  });

  it("stands: an error that comes later neither repeats the mail nor marks it", async () => {
    const id = await queued();
    const transport: Transport = {
      name: "resend",
      send: async () => {
        await hearOfMail(said(id, "delivered"), now);
        return { ok: false, error: "Resend: no answer", permanent: false };
      },
    };
    await deliverMail(id, transport, parts);
    expect(await mailRow(database, id)).toMatchObject({ status: "delivered", last_error: null });
    expect(await deliverMail(id, transport, parts)).toBe("skipped");
  });

  it("outranks our having given up", async () => {
    const id = await queued();
    await giveUpMail(id);
    expect(await hearOfMail(said(id, "delivered"), now)).toBe("moved");
    expect(await mailRow(database, id)).toMatchObject({ status: "delivered", last_error: null });
  });
});

describe("a mail that failed for good", () => {
  const tasksOf = (id: string) =>
    database.query("select why from unreachable u join mail m on m.person_id = u.person_id where m.id = $1", [
      id,
    ]);
  const failing = (error: string, permanent = true): Transport => ({
    name: "resend",
    send: async () => ({ ok: false, error, permanent }),
  });

  it("for its address makes its reader a task for intake", async () => {
    const id = await queued();
    await deliverMail(id, failing("Resend 422 validation_error: Invalid `to` field."), parts);
    expect(await tasksOf(id)).toEqual([{ why: "failed" }]);
  });

  it.each([
    ["what is wrong with its words", failing("Resend 422 validation_error: Missing `subject`.")],
    ["a connection that comes back", failing("Resend: ECONNREFUSED", false)],
  ])("is nobody's task for %s", async (_, transport) => {
    const id = await queued();
    await deliverMail(id, transport, parts);
    expect(await tasksOf(id)).toEqual([]);
  });

  it("is nobody's task where the account is closed", async () => {
    const id = await queued();
    await database.query(
      "update person set status = 'disabled' where id = (select person_id from mail where id = $1)",
      [id],
    );
    expect(await deliverMail(id, failing("never asked"), parts)).toBe("failed");
    expect(await tasksOf(id)).toEqual([]);
  });
});
