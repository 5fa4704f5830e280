import { type CreateEmailResponse, Resend } from "resend";
import { SEND_TIMEOUT_MS } from "./mail-queue.ts";
import type { SendResult, Transport } from "./transport.server.ts";

/** Resend's HTTP interface, with the mail's id as the idempotency key, which it remembers for 24 hours. */
export function resendTransport(apiKey: string, apiUrl?: string): Transport {
  const resend = new Resend(apiKey, apiUrl === undefined ? {} : { baseUrl: apiUrl });
  return {
    name: "resend",
    async send({ id, ...mail }) {
      try {
        const signal = AbortSignal.timeout(SEND_TIMEOUT_MS);
        return resultOf(await resend.emails.send(mail, { idempotencyKey: id, signal }));
      } catch (error) {
        return { ok: false, error: `Resend: ${messageOf(error)}`, permanent: false };
      }
    },
  };
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
