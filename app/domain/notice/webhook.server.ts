import { Resend } from "resend";
import { type ProviderMessage, providerMessage } from "./provider-message.ts";

interface Signed {
  body: string;
  headers: Headers;
  /** Between spaces or lines there may be two, while the provider changes from one to the other. */
  secret: string;
}

export type Verified = { ok: true; message: ProviderMessage | null } | { ok: false };

/** Reads a signed message of Resend's; not ok where the signature is wrong or older than five minutes. */
export function verified({ body, headers, secret }: Signed): Verified {
  const answers = secret.split(/\s+/).map((one) => verifiedBy(one, body, headers));
  return answers.find(({ ok }) => ok) ?? { ok: false };
}

function verifiedBy(webhookSecret: string, body: string, headers: Headers): Verified {
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
