import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface AcceptedMail {
  id: string;
  key: string | null;
  from: string;
  to: string[];
  subject: string;
  html: string;
  text: string;
  tags?: { name: string; value: string }[];
}

/** What the server answers instead of its usual self; one that hangs says nothing until it is hung up on. */
export type Trouble =
  | { status: number; name: string; message: string; retryAfter?: number }
  | "no answer"
  | "accepts, then no answer"
  | "hangs"
  | "accepts, then hangs";

interface Habits {
  /** What goes wrong with the nth request of a key, counted from 1. */
  troubleOf?: (key: string, nth: number) => Trouble | undefined;
  /** Told of every mail that was accepted, once each. */
  onAccepted?: (mail: AcceptedMail) => void;
}

const invalid = (message: string) => ({ status: 422, name: "validation_error", message });

/**
 * A local server that speaks Resend's `POST /emails`: the bearer key, the checks of the fields, and
 * the idempotency key, under which the same mail is accepted once and answered with the same id.
 */
export async function startResendServer(apiKey: string, { troubleOf, onAccepted }: Habits = {}) {
  const accepted: AcceptedMail[] = [];
  /** Once for each entry, in this order. */
  const troubles: Trouble[] = [];
  const asked = new Map<string, number>();
  const known = new Map<string, { body: string; id: string }>();
  let requests = 0;

  function accept(body: string, key: string | null): { status: number; answer: object } {
    const earlier = key === null ? undefined : known.get(key);
    if (earlier && earlier.body === body) return { status: 200, answer: { id: earlier.id } };
    if (earlier) {
      const message = "Same idempotency key used with a different request payload.";
      return refuse({ status: 409, name: "invalid_idempotent_request", message });
    }
    const mail = JSON.parse(body) as Omit<AcceptedMail, "id" | "key" | "to"> & { to: string | string[] };
    const to = [mail.to].flat();
    if (!mail.from || !mail.subject || to.length === 0) return refuse(invalid("Missing a required field."));
    if (!to.every((address) => /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(address)))
      return refuse(invalid("Invalid `to` field."));
    const id = randomUUID();
    if (key !== null) known.set(key, { body, id });
    const taken = { ...mail, id, key, to };
    accepted.push(taken);
    onAccepted?.(taken);
    return { status: 200, answer: { id } };
  }

  async function handle(request: IncomingMessage, response: ServerResponse) {
    requests += 1;
    const body = await bodyOf(request);
    const keys = request.headers["idempotency-key"];
    const key = typeof keys === "string" ? keys : null;
    const nth = (asked.get(key ?? "") ?? 0) + 1;
    asked.set(key ?? "", nth);
    const trouble = troubles.shift() ?? troubleOf?.(key ?? "", nth);
    if (trouble === "accepts, then no answer" || trouble === "accepts, then hangs") accept(body, key);
    if (trouble === "hangs" || trouble === "accepts, then hangs") return;
    if (typeof trouble === "string") return request.socket.destroy();
    if (trouble) return reply(response, refuse(trouble), trouble.retryAfter);
    if (request.method !== "POST" || request.url !== "/emails")
      return reply(response, refuse({ status: 404, name: "not_found", message: "Not found." }));
    if (request.headers.authorization !== `Bearer ${apiKey}`)
      return reply(response, refuse({ status: 401, name: "invalid_api_key", message: "API key is invalid" }));
    reply(response, accept(body, key));
  }

  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    accepted,
    troubles,
    requests: () => requests,
    stop: () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
}

const refuse = ({ status, name, message }: { status: number; name: string; message: string }) => ({
  status,
  answer: { statusCode: status, name, message },
});

function reply(
  response: ServerResponse,
  { status, answer }: { status: number; answer: object },
  retryAfter?: number,
) {
  const headers = retryAfter === undefined ? {} : { "retry-after": String(retryAfter) };
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(answer));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
