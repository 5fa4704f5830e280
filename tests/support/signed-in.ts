import { createHash, randomBytes } from "node:crypto";

type Ask = (text: string, values?: unknown[]) => Promise<unknown[]>;

/** Opens a session behind the application's back; answers the token that its cookie carries. */
export async function signedIn(ask: Ask, personId: string, runs = "7 days"): Promise<string> {
  const [id, secret] = [randomBytes(12).toString("base64url"), randomBytes(32).toString("base64url")];
  await ask(
    `insert into session (id, secret_hash, person_id, created_at, last_seen_at, ends_at)
     values ($1, $2, $3, now() - interval '1 hour', now(), now() + $4::interval)`,
    [id, createHash("sha256").update(secret).digest(), personId, runs],
  );
  return `${id}.${secret}`;
}
