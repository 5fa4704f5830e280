import { z } from "zod";
import type { PersonActor } from "../access/actor.ts";

/** The broker doesn't answer, or isn't there: nothing can be sealed or opened now. */
export class BrokerUnreachable extends Error {}

const LONGEST_MS = 3000;
/** What every page of a contact waits for is waited for shortly, and not asked again for a while: marks can be exchanged. */
const OWNER_MS = 1000;
const OWNER_KEPT_MS = 60_000;
const REST_MS = 10_000;
const MOST_KEPT = 10_000;

let address: string | undefined;
let restsUntilMs = 0;
const owners = new Map<string, { owner: string; untilMs: number }>();

/** Points at the broker of this deployment; without one nothing can be sealed. */
export function connectBroker(url: string | undefined): void {
  address = url;
  restsUntilMs = 0;
  owners.clear();
}

/** Asks the broker; null where it refuses. */
async function ask<T>(
  what: string,
  question: object,
  answer: z.ZodType<T>,
  longestMs = LONGEST_MS,
): Promise<T | null> {
  if (!address) throw new BrokerUnreachable("no broker is set");
  try {
    const response = await fetch(new URL(what, address), {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(question),
      signal: AbortSignal.timeout(longestMs),
      redirect: "error",
    });
    if (response.status === 403) return null;
    if (!response.ok) throw new Error(`it answers ${response.status}`);
    return answer.parse(await response.json());
  } catch (error) {
    throw new BrokerUnreachable("the broker does not answer", { cause: error });
  }
}

const sealed = z.object({
  sealed: z.base64().transform((text) => Buffer.from(text, "base64")),
  owner: z.string(),
});
const owner = z.object({ owner: z.string() });
const opened = z.object({ liaisonPointId: z.string(), personId: z.string(), untilOn: z.string() });

/** Seals the asking contact's own identity for a new reporter's row; throws `BrokerUnreachable`. */
export async function sealOwn({ key }: PersonActor, reporterId: string) {
  const answer = await ask("seal", { key, reporterId }, sealed);
  if (!answer) throw new Error("the broker seals for nobody but a contact who is signed in");
  // It may be marked by what this session doesn't know of yet.
  owners.delete(key);
  return answer;
}

/** The marks of a session's own sealed matters, asked for once a minute; null where the broker never answered. */
export async function ownerOf(key: string): Promise<string | null> {
  const known = owners.get(key);
  if (known && Date.now() < known.untilMs) return known.owner;
  if (Date.now() < restsUntilMs) return known?.owner ?? null;
  const answer = await ask("owner", { key }, owner, OWNER_MS).catch(() => {
    restsUntilMs = Date.now() + REST_MS;
    return null;
  });
  if (!answer) return known?.owner ?? null;
  if (owners.size >= MOST_KEPT) owners.clear();
  owners.set(key, { owner: answer.owner, untilMs: Date.now() + OWNER_KEPT_MS });
  return answer.owner;
}

/** Who reported a sealed complaint, for its one approved reader; null for anybody else. Each time it is logged and told. */
export const openIdentity = ({ key }: PersonActor, complaintId: string) =>
  ask("open", { key, complaintId }, opened);

const keyIds = z.object({ current: z.string(), ids: z.array(z.string()), changedAt: z.coerce.date() });

/** The ids of the broker's keys and when they last changed; null while it doesn't answer. */
export async function brokerKeys(): Promise<z.output<typeof keyIds> | null> {
  if (!address) return null;
  const asked = fetch(new URL("keys", address), { signal: AbortSignal.timeout(OWNER_MS), redirect: "error" });
  return asked.then(async (response) => keyIds.parse(await response.json())).catch(() => null);
}
