import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { and, eq } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import { type Tx, withActor } from "../access/with-actor.server.ts";
import {
  atDoor,
  codesAnew,
  factorsChanged,
  factorsInTurn,
  type Holder,
  hasFactor,
  markProved,
  type Proof,
} from "./factor.server.ts";
import { MOST_NAME, MOST_PASSKEYS } from "./factor.ts";
import { challengeOf } from "./factor-secret.server.ts";
import { newId } from "./new-id.ts";

const { passkey } = schema;

/** Whom a passkey is for: the host that its browser knows, and the addresses that its pages come from. */
export interface RelyingParty {
  id: string;
  origin: string;
  applicationSecret: string;
}

type Purpose = "add" | "prove";

// A proof is good for once, because it changes what the next one signs; a passkey can't be added twice anyway, and may
// have to wait for its owner's proof.
const saidTo = ({ applicationSecret }: RelyingParty, { key, provedAt }: Holder, purpose: Purpose) =>
  challengeOf(applicationSecret, `${purpose} ${key} ${purpose === "prove" ? provedAt?.toISOString() : ""}`);

const asText = (challenge: Uint8Array) => Buffer.from(challenge).toString("base64url");

// Stored as text, and sent back to the browser that said them.
type Transports = NonNullable<RegistrationResponseJSON["response"]["transports"]>;

const keysOf = (tx: Tx, { personId }: Holder) =>
  tx.select().from(passkey).where(eq(passkey.personId, personId)).orderBy(passkey.createdAt);

const described = ({ credentialId, transports }: typeof passkey.$inferSelect) => ({
  id: credentialId,
  transports: transports as Transports,
});

/** What the browser is asked to make a new passkey of, as JSON. */
export async function passkeyOptions(party: RelyingParty, holder: Holder, account: string) {
  const keys = await withActor(atDoor(holder), "read", (tx) => keysOf(tx, holder));
  return generateRegistrationOptions({
    rpName: "回音 Huiyin",
    rpID: party.id,
    userName: account,
    userID: new TextEncoder().encode(holder.personId),
    challenge: saidTo(party, holder, "add"),
    attestationType: "none",
    excludeCredentials: keys.map(described),
    authenticatorSelection: { residentKey: "preferred", userVerification: "preferred" },
  });
}

/** What the browser is asked to sign with one of the person's passkeys, as JSON; null where there is none. */
export async function proofOptions(party: RelyingParty, holder: Holder) {
  const keys = await withActor(atDoor(holder), "read", (tx) => keysOf(tx, holder));
  if (keys.length === 0) return null;
  return generateAuthenticationOptions({
    rpID: party.id,
    challenge: saidTo(party, holder, "prove"),
    allowCredentials: keys.map(described),
    userVerification: "preferred",
  });
}

/** Text that a browser sent as JSON; null where it is none. */
function parsed<T>(text: string): T | null {
  try {
    return JSON.parse(text) as T;
  } catch {
    return null;
  }
}

/** Why a passkey was not added; else the recovery codes, where it is the first factor. */
export type Added = { codes: string[] | null } | "wrong" | "known" | "tooMany" | "haveOne";

/** Adds a passkey that the browser has made. A half session becomes whole by its first. */
export async function addPasskey(
  party: RelyingParty,
  holder: Holder,
  { response, name }: { response: string; name: string },
  at: Date,
): Promise<Added> {
  const answer = parsed<RegistrationResponseJSON>(response);
  const verified =
    answer &&
    (await verifyRegistrationResponse({
      response: answer,
      expectedChallenge: asText(saidTo(party, holder, "add")),
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: false,
    }).catch(() => null));
  if (!verified?.verified) return "wrong";
  const { credential } = verified.registrationInfo;
  const values = {
    id: newId(),
    personId: holder.personId,
    credentialId: credential.id,
    publicKey: Buffer.from(credential.publicKey),
    counter: credential.counter,
    transports: credential.transports ?? [],
    name: name.slice(0, MOST_NAME),
    createdAt: at,
  };
  return withActor(atDoor(holder), "write", (tx) => insert(tx, party, holder, values, at));
}

async function insert(
  tx: Tx,
  { applicationSecret }: RelyingParty,
  holder: Holder,
  values: typeof passkey.$inferInsert,
  at: Date,
): Promise<Added> {
  const before = await factorsInTurn(tx, holder);
  if (holder.half && hasFactor(before)) return "haveOne";
  if (before.passkeys.length >= MOST_PASSKEYS) return "tooMany";
  const added = await tx.insert(passkey).values(values).onConflictDoNothing().returning({ id: passkey.id });
  if (added.length === 0) return "known";
  // Whole first: a half session may add one factor and nothing more.
  await markProved(tx, holder, at, 0);
  const codes = hasFactor(before) ? null : await codesAnew(tx, holder, applicationSecret);
  await factorsChanged(tx, holder, at);
  return { codes };
}

/** Proves by a passkey. What a device signs can't be guessed, so that tries aren't counted. */
export async function proveByPasskey(
  party: RelyingParty,
  holder: Holder,
  response: string,
  at: Date,
): Promise<Proof> {
  const answer = parsed<AuthenticationResponseJSON>(response);
  if (!answer) return "wrong";
  return withActor(atDoor(holder), "write", async (tx) => {
    const mine = and(eq(passkey.personId, holder.personId), eq(passkey.credentialId, String(answer.id)));
    const [key] = await tx.select().from(passkey).where(mine);
    if (!key) return "wrong";
    const verified = await verifyAuthenticationResponse({
      response: answer,
      expectedChallenge: asText(saidTo(party, holder, "prove")),
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: false,
      credential: {
        ...described(key),
        publicKey: new Uint8Array(key.publicKey),
        counter: key.counter,
      },
    }).catch(() => null);
    if (!verified?.verified) return "wrong";
    await tx
      .update(passkey)
      .set({ counter: verified.authenticationInfo.newCounter, lastUsedAt: at })
      .where(mine);
    await markProved(tx, holder, at, 0);
    return "proved";
  });
}
