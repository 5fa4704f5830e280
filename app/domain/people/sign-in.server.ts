import { sql } from "drizzle-orm";
import type { PersonStatus, Role } from "../../../db/vocabulary.ts";
import { guest } from "../access/actor.ts";
import { withActor } from "../access/with-actor.server.ts";
import { passwordFits } from "./password.server.ts";
import { openSession } from "./session.server.ts";

export type SignedIn = { ok: true; token: string; role: Role } | { ok: false; why: "wrong" | "tooOften" };

const MOST_FAILURES = 10;
const FAILURES_MS = 15 * 60 * 1000;
const failures = new Map<string, { count: number; since: number }>();

/** Signs in by e-mail and password. Ten wrong tries for one address within a quarter of an hour close it for that long. */
export async function signIn(
  input: { email: string; password: string; device: string },
  at: Date,
): Promise<SignedIn> {
  const email = input.email.toLowerCase();
  if (isClosed(email, at)) return { ok: false, why: "tooOften" };
  // Counted before the slow check, so that many tries at once are many tries.
  countFailure(email, at);
  const found = await accountOf(email);
  const hash = found?.status === "active" ? found.passwordHash : null;
  if (!(await passwordFits(hash, input.password)) || !found) return { ok: false, why: "wrong" };
  failures.delete(email);
  const token = await withActor(guest, "write", (tx) => openSession(tx, found.id, input.device, at));
  return { ok: true, token, role: found.role };
}

async function accountOf(email: string) {
  const { rows } = await withActor(guest, "read", (tx) =>
    tx.execute<{ id: string; role: Role; status: PersonStatus; passwordHash: string | null }>(
      sql`select id, role, status, password_hash as "passwordHash" from door_account(${email})`,
    ),
  );
  return rows[0];
}

function isClosed(email: string, at: Date): boolean {
  const known = failures.get(email);
  return known !== undefined && known.count >= MOST_FAILURES && at.getTime() - known.since < FAILURES_MS;
}

function countFailure(email: string, at: Date): void {
  const from = at.getTime() - FAILURES_MS;
  for (const [key, { since }] of failures) if (since < from) failures.delete(key);
  const known = failures.get(email) ?? { count: 0, since: at.getTime() };
  failures.set(email, { ...known, count: known.count + 1 });
}
