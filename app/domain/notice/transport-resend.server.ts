import { setTimeout as sleep } from "node:timers/promises";
import { type CreateEmailResponse, Resend } from "resend";
import { LONGEST_HOLD_MS, SEND_TIMEOUT_MS } from "./mail-queue.ts";
import { MAIL_TAG } from "./provider-message.ts";
import type { OutgoingMail, SendResult, Transport } from "./transport.server.ts";

/** How often one try asks a provider that says to come back in a moment. */
const ASKS = 2;

/** Resend's HTTP interface, with the mail's id as the idempotency key, which it remembers for 24 hours. */
export function resendTransport(apiKey: string, apiUrl?: string, timeoutMs = SEND_TIMEOUT_MS): Transport {
  const resend = new Resend(apiKey, apiUrl === undefined ? {} : { baseUrl: apiUrl });
  // When the provider takes mails again, by its own word: it limits the sender, not the single mail.
  let opensAtMs = 0;

  async function ask({ id, ...mail }: OutgoingMail): Promise<CreateEmailResponse> {
    const tags = [{ name: MAIL_TAG, value: id }];
    const signal = AbortSignal.timeout(timeoutMs);
    // It goes to the address that is set, and wherever that one would send it on to, not at all.
    const how = { idempotencyKey: id, signal, redirect: "error" as const };
    return resend.emails.send({ ...mail, tags }, how);
  }

  async function send(mail: OutgoingMail): Promise<SendResult> {
    for (let asked = 1; ; asked += 1) {
      const holdMs = opensAtMs - Date.now();
      if (holdMs > LONGEST_HOLD_MS) return held(holdMs);
      if (holdMs > 0) await sleep(holdMs);
      const answer = await ask(mail);
      const retryAfterMs = retryAfterOf(answer);
      if (retryAfterMs === null) return resultOf(answer);
      opensAtMs = Math.max(opensAtMs, Date.now() + retryAfterMs);
      if (asked === ASKS) return resultOf(answer);
    }
  }

  return {
    name: "resend",
    send: (mail) =>
      send(mail).catch((error) => ({ ok: false, error: `Resend: ${messageOf(error)}`, permanent: false })),
  };
}

const held = (holdMs: number): SendResult => ({
  ok: false,
  error: `Resend 429: not asked, it takes mails again in ${Math.ceil(holdMs / 1000)} s`,
  permanent: false,
});

/** How long a provider that is asked too often wants to be left alone, in milliseconds; null where it is not. */
function retryAfterOf({ error, headers }: CreateEmailResponse): number | null {
  if (error?.statusCode !== 429) return null;
  const given = headers?.["retry-after"];
  const seconds = Number(given);
  if (given && Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const atMs = Date.parse(given ?? "");
  return Number.isNaN(atMs) ? null : Math.max(0, atMs - Date.now());
}

function resultOf({ data, error }: CreateEmailResponse): SendResult {
  if (error === null) return { ok: true, providerId: data.id };
  const status = error.statusCode === null ? "no answer" : String(error.statusCode);
  return {
    ok: false,
    error: `Resend ${status} ${error.name}: ${error.message}`,
    permanent: isPermanent(error),
  };
}

/**
 * A mail that Resend won't ever take, or whose key it has seen with other words (then the first
 * sending went through). A wrong key or a full quota is the operator's to mend, so those are tried again.
 */
function isPermanent({ statusCode, name }: { statusCode: number | null; name: string }): boolean {
  return statusCode === 400 || statusCode === 422 || name === "invalid_idempotent_request";
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
