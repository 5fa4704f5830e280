import { Resend } from "resend";
import { type ProviderMessage, providerMessage } from "./provider-message.ts";

interface Signed {
  body: string;
  headers: Headers;
  secret: string;
}

export type Verified = { ok: true; message: ProviderMessage | null } | { ok: false };

/** Reads a signed message of Resend's; not ok where the signature is wrong or older than five minutes. */
export function verified({ body, headers, secret: webhookSecret }: Signed): Verified {
  const given = (name: string) => headers.get(`svix-${name}`) ?? "";
  const id = given("id");
  const signature = { id, timestamp: given("timestamp"), signature: given("signature") };
  try {
    // Verifying asks nobody, so that the key needn't be a real one.
    const said = new Resend("unused").webhooks.verify({ payload: body, headers: signature, webhookSecret });
    return { ok: true, message: providerMessage(id, said) };
  } catch {
    return { ok: false };
  }
}
