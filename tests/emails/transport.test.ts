import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { OutgoingMail } from "../../app/domain/notice/transport.server.ts";
import { transportOf } from "../../app/domain/notice/transport-of.server.ts";
import { resendTransport } from "../../app/domain/notice/transport-resend.server.ts";
import { startResendServer } from "../support/resend-server.ts";
import { startSmtpServer } from "../support/smtp-server.ts";

const mail: OutgoingMail = {
  id: "019ab000-0000-7000-8000-000000000001",
  to: "lin@huiyin.example",
  from: "回音 Huiyin <huiyin@huiyin.example>",
  subject: "HY2026-00318 有了答复，请您评价",
  html: "<p>请登录查看</p>",
  text: "请登录查看",
};

const tooFast = { status: 429, name: "rate_limit_exceeded", message: "Too many requests" };

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function resend() {
  const server = await startResendServer("re_test");
  stops.push(server.stop);
  return { server, transport: transportOf({ resendApiKey: "re_test", resendApiUrl: server.url }) };
}

async function smtp(credentials?: { user: string; pass: string }) {
  const server = await startSmtpServer(credentials);
  stops.push(server.stop);
  return { server, transport: transportOf({ smtpUrl: server.url }) };
}

describe("which way mail goes", () => {
  it("Resend before SMTP before the mailbox", () => {
    expect(transportOf({ resendApiKey: "re_test", smtpUrl: "smtp://127.0.0.1" }).name).toBe("resend");
    expect(transportOf({ smtpUrl: "smtp://127.0.0.1" }).name).toBe("smtp");
    expect(transportOf({}).name).toBe("mailbox");
  });
});

describe("Resend", () => {
  it("takes the mail with its id as the idempotency key", async () => {
    const { server, transport } = await resend();
    const result = await transport.send(mail);
    expect(server.accepted).toHaveLength(1);
    expect(server.accepted[0]).toMatchObject({
      key: mail.id,
      to: [mail.to],
      from: mail.from,
      subject: mail.subject,
      html: mail.html,
      text: mail.text,
    });
    expect(result).toEqual({ ok: true, providerId: server.accepted[0]?.id });
  });

  it("takes the same mail only once, however often it is sent", async () => {
    const { server, transport } = await resend();
    const first = await transport.send(mail);
    expect(await transport.send(mail)).toEqual(first);
    expect(server.accepted).toHaveLength(1);
  });

  it("takes it once when its answer to the first sending was lost", async () => {
    const { server, transport } = await resend();
    server.troubles.push("accepts, then no answer");
    expect(await transport.send(mail)).toMatchObject({ ok: false, permanent: false });
    expect(await transport.send(mail)).toMatchObject({ ok: true });
    expect(server.accepted).toHaveLength(1);
  });

  it.each([
    ["a quota", { status: 429, name: "rate_limit_exceeded", message: "Too many requests" }],
    ["a server's error", { status: 500, name: "internal_server_error", message: "Unexpected" }],
    ["a dead connection", "no answer" as const],
  ])("%s is worth another try", async (_name, trouble) => {
    const { server, transport } = await resend();
    server.troubles.push(trouble);
    expect(await transport.send(mail)).toMatchObject({ ok: false, permanent: false });
    expect(await transport.send(mail)).toMatchObject({ ok: true });
  });

  it("carries its own id as a tag, by which what is said of it is found again", async () => {
    const { server, transport } = await resend();
    await transport.send(mail);
    expect(server.accepted[0]?.tags).toEqual([{ name: "mail", value: mail.id }]);
  });

  it("asked to wait, it waits, and so does every other mail", async () => {
    const { server, transport } = await resend();
    server.troubles.push({ ...tooFast, retryAfter: 1 });
    const started = performance.now();
    const first = transport.send(mail);
    await vi.waitFor(() => expect(server.requests()).toBe(1));
    // Begun after the provider's word was heard: it is held back as well.
    await sleep(200);
    const both = await Promise.all([first, transport.send({ ...mail, id: randomUUID() })]);
    expect(both).toMatchObject([{ ok: true }, { ok: true }]);
    expect(performance.now() - started).toBeGreaterThanOrEqual(995);
    expect(server.requests()).toBe(3);
  });

  it("asked to wait for long, it doesn't ask again before that time and leaves the mail to its queue", async () => {
    const { server, transport } = await resend();
    server.troubles.push({ ...tooFast, retryAfter: 600 });
    for (const _ of [1, 2])
      expect(await transport.send(mail)).toMatchObject({
        ok: false,
        permanent: false,
        error: expect.stringContaining("429"),
      });
    expect(server.requests()).toBe(1);
  });

  it("an answer that never comes ends in its time", async () => {
    const { server } = await resend();
    const transport = resendTransport("re_test", server.url, 100);
    server.troubles.push("hangs");
    expect(await transport.send(mail)).toMatchObject({ ok: false, permanent: false });
    expect(await transport.send(mail)).toMatchObject({ ok: true });
  });

  it("a wrong address is permanent, and the error says why", async () => {
    const { transport } = await resend();
    const result = await transport.send({ ...mail, to: "nobody" });
    expect(result).toMatchObject({ ok: false, permanent: true });
    expect(result).toHaveProperty("error", expect.stringContaining("422 validation_error"));
  });

  it("the same id with other words is permanent: the first went through", async () => {
    const { server, transport } = await resend();
    await transport.send(mail);
    expect(await transport.send({ ...mail, text: "other" })).toMatchObject({ ok: false, permanent: true });
    expect(server.accepted).toHaveLength(1);
  });

  it("goes to the address that is set and follows nobody to another", async () => {
    const asked: (string | undefined)[] = [];
    const misleading = createServer((request, response) => {
      asked.push(request.url);
      response.writeHead(307, { Location: "/elsewhere" }).end();
    });
    await new Promise<void>((ready) => misleading.listen(0, "127.0.0.1", ready));
    stops.push(() => new Promise((done) => misleading.close(done)));
    const { port } = misleading.address() as AddressInfo;
    const transport = resendTransport("re_test", `http://127.0.0.1:${port}`);
    expect(await transport.send(mail)).toMatchObject({ ok: false, permanent: false });
    expect(asked).toEqual(["/emails"]);
  });

  it("a wrong key is the operator's to mend, so it is tried again", async () => {
    const { server } = await resend();
    const transport = transportOf({ resendApiKey: "re_wrong", resendApiUrl: server.url });
    expect(await transport.send(mail)).toMatchObject({ ok: false, permanent: false });
  });
});

describe("SMTP", () => {
  it("carries both parts, and the mail's id as Message-ID", async () => {
    const { server, transport } = await smtp({ user: "huiyin", pass: "secret" });
    const messageId = `<${mail.id}@huiyin.example>`;
    expect(await transport.send(mail)).toEqual({ ok: true, providerId: messageId });
    const [received] = server.received;
    expect(received).toMatchObject({ to: [mail.to], from: "huiyin@huiyin.example" });
    expect(received?.raw).toContain(`Message-ID: ${messageId}`);
    expect(received?.raw).toMatch(/text\/plain; charset=utf-8/);
    expect(received?.raw).toMatch(/text\/html; charset=utf-8/);
    expect(received?.raw).toContain("=?UTF-8?");
  });

  it("keeps the Message-ID when a mail is sent again", async () => {
    const { server, transport } = await smtp();
    await transport.send(mail);
    await transport.send(mail);
    const ids = server.received.map(({ raw }) => /^Message-ID: (.*)$/im.exec(raw)?.[1]);
    expect(ids[0]).toBe(ids[1]);
  });

  it("tells a refusal for now from one for good", async () => {
    const { server, transport } = await smtp();
    server.refusals.push({ code: 451, message: "try later" }, { code: 550, message: "no such mailbox" });
    expect(await transport.send(mail)).toMatchObject({ ok: false, permanent: false });
    const refused = await transport.send(mail);
    expect(refused).toMatchObject({ ok: false, permanent: true });
    expect(refused).toHaveProperty("error", expect.stringContaining("no such mailbox"));
    expect(server.received).toHaveLength(0);
  });

  it("is spoken over a network encrypted or not at all", async () => {
    const { server } = await smtp();
    // Leads to this machine as well, by an address that doesn't say so.
    const away = transportOf({ smtpUrl: server.url.replace("127.0.0.1", "0.0.0.0") });
    expect(await away.send(mail)).toMatchObject({
      ok: false,
      permanent: false,
      error: expect.stringContaining("TLS"),
    });
    expect(server.received).toHaveLength(0);
  });

  it("a refused sign-in or a closed door is worth another try", async () => {
    const { server, transport } = await smtp({ user: "huiyin", pass: "secret" });
    const wrong = transportOf({ smtpUrl: server.url.replace("secret", "wrong") });
    expect(await wrong.send(mail)).toMatchObject({ ok: false, permanent: false });
    await server.stop();
    stops.length = 0;
    expect(await transport.send(mail)).toMatchObject({ ok: false, permanent: false });
  });
});
