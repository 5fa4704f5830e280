import { and, eq } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import { withActor } from "../access/with-actor.server.ts";
import {
  atDoor,
  codesAnew,
  factorsChanged,
  factorsInTurn,
  type Holder,
  hasFactor,
  markProved,
  removeFactor,
} from "./factor.server.ts";
import { newTotpSecret, openTotp, sealTotp } from "./factor-secret.server.ts";
import type { Added } from "./passkey.server.ts";
import { otpauth, stepOfCode } from "./totp.ts";

const { passkey, totp } = schema;

/** A secret for an authenticator app that isn't anybody's yet: it travels sealed in the form that confirms it. */
export interface Offer {
  sealed: string;
  secret: Buffer;
  uri: string;
}

/** A new secret for this person, or the one that a form brought back. */
export function offerTotp(applicationSecret: string, holder: Holder, account: string, given?: string): Offer {
  const before = given && openTotp(applicationSecret, holder.personId, Buffer.from(given, "base64url"));
  const secret = before || newTotpSecret();
  const sealed = before ? given : sealTotp(applicationSecret, holder.personId, secret).toString("base64url");
  return { sealed, secret, uri: otpauth(secret, account, "Huiyin") };
}

/** Adds the authenticator app that shows the right code for what it was offered; the one before makes way for it. */
export async function addTotp(
  applicationSecret: string,
  holder: Holder,
  { sealed, typed }: { sealed: string; typed: string },
  at: Date,
): Promise<Added> {
  const { personId } = holder;
  const bytes = Buffer.from(sealed, "base64url");
  const secret = openTotp(applicationSecret, personId, bytes);
  const step = secret && stepOfCode(secret, typed, at, 0);
  if (!step) return "wrong";
  return withActor(atDoor(holder), "write", async (tx): Promise<Added> => {
    const before = await factorsInTurn(tx, holder);
    if (holder.half && hasFactor(before)) return "haveOne";
    await tx.delete(totp).where(eq(totp.personId, personId));
    await tx.insert(totp).values({ personId, sealed: bytes, lastStep: step, createdAt: at });
    // Whole first: a half session may add one factor and nothing more.
    await markProved(tx, holder, at, 0);
    const codes = hasFactor(before) ? null : await codesAnew(tx, holder, applicationSecret);
    await factorsChanged(tx, holder, at);
    return { codes };
  });
}

/** Takes the authenticator app away. */
export const removeTotp = (holder: Holder, at: Date) =>
  removeFactor(holder, at, (tx) => tx.delete(totp).where(eq(totp.personId, holder.personId)));

/** Takes one passkey away. */
export const removePasskey = (holder: Holder, id: string, at: Date) =>
  removeFactor(holder, at, (tx) =>
    tx.delete(passkey).where(and(eq(passkey.personId, holder.personId), eq(passkey.id, id))),
  );

/** Makes recovery codes anew for somebody who has a factor; the ones before stop working. */
export const renewCodes = (applicationSecret: string, holder: Holder, at: Date): Promise<string[] | null> =>
  withActor(atDoor(holder), "write", async (tx) => {
    if (!hasFactor(await factorsInTurn(tx, holder))) return null;
    const codes = await codesAnew(tx, holder, applicationSecret);
    await factorsChanged(tx, holder, at);
    return codes;
  });
