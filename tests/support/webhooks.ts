import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { sql } from "drizzle-orm";
import { RouterContextProvider } from "react-router";
import { worker } from "../../app/domain/access/actor.ts";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import { HEARING_QUEUE } from "../../app/domain/notice/enqueue.server.ts";
import { hearOfMail } from "../../app/domain/notice/hear.server.ts";
import type { ProviderMessage } from "../../app/domain/notice/provider-message.ts";
import { door } from "../../app/http/door.ts";
import { action } from "../../app/routes/api/resend.ts";

export const webhookSecret = `whsec_${Buffer.from("for tests only, and long enough").toString("base64")}`;

/** The headers with which Resend sends a message. */
export function signatureOf(id: string, body: string, at = new Date(), secret = webhookSecret) {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const key = Buffer.from(secret.replace("whsec_", ""), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return { "svix-id": id, "svix-timestamp": timestamp, "svix-signature": `v1,${signature}` };
}

/** A request to the hub as it passes the door and reaches the route; answers its status. */
export async function knock(request: Request): Promise<number> {
  const context = new RouterContextProvider();
  const url = new URL(request.url);
  const args = { request, url, context, params: {}, pattern: url.pathname } as unknown as Parameters<
    typeof door
  >[0];
  const next = async () => (await action(args as unknown as Parameters<typeof action>[0])) as Response;
  const answer = await Promise.resolve(door(args, next)).catch((thrown: unknown) => thrown);
  if (answer instanceof Response) return answer.status;
  throw answer;
}

export interface Message {
  id: string;
  type: string;
  mail: { id: string; tags?: { name: string; value: string }[] };
  at?: Date;
  more?: object;
}

/** The body of a message about a mail, as Resend words it. */
export const bodyOf = ({ type, mail, at = new Date(), more = {} }: Message) =>
  JSON.stringify({
    type,
    created_at: at.toISOString(),
    data: {
      email_id: mail.id,
      tags: Object.fromEntries((mail.tags ?? []).map(({ name, value }) => [name, value])),
      ...more,
    },
  });

/** Sends one signed message to the route; answers its status. */
export async function say(message: Message, to = "http://huiyin.example/api/resend"): Promise<number> {
  const body = bodyOf(message);
  const headers = { "content-type": "application/json", ...signatureOf(message.id, body) };
  const status = await knock(new Request(to, { method: "POST", body, headers }));
  await workHearings();
  return status;
}

/** What the worker does with messages that the door has left to it. */
export async function workHearings() {
  const { rows } = await withActor(worker, "write", (tx) =>
    tx.execute<{ data: ProviderMessage & { at: string } }>(
      sql`delete from pgboss.job where name = ${HEARING_QUEUE} returning data`,
    ),
  );
  for (const { data } of rows) await hearOfMail({ ...data, at: new Date(data.at) }, new Date());
}

/** A local server in front of the route, for a provider that sends over the wire. */
export async function startHub() {
  const server = createServer(async (incoming, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const headers = new Headers(incoming.headers as Record<string, string>);
    const url = `http://${incoming.headers.host}${incoming.url}`;
    const status = await knock(
      new Request(url, { method: "POST", headers, body: Buffer.concat(chunks) }),
    ).catch(() => 500);
    response.writeHead(status).end();
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/resend`,
    stop: () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
}
