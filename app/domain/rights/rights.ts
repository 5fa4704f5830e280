import type { Holding } from "../../../db/schema/rights.ts";
import type { AskedKind, PersonStatus, Role } from "../../../db/vocabulary.ts";

export type { Holding };

/** Why rights are not asked for, or a request is not decided. */
export type RightsFault =
  | "emailTaken"
  | "stale"
  | "notYourself"
  | "unchanged"
  | "alreadyAsked"
  | "nobodyDecides"
  | "lastOne"
  | "decidedBefore"
  | "notYours"
  | "notFound";

const deciders: Partial<Record<Role, Role>> = { sysadmin: "secadmin", secadmin: "sysadmin" };

/** The administrator who decides what this one asks (三员分立); nobody else asks for rights. */
export const deciderOf = (role: Role): Role | null => deciders[role] ?? null;

/** Where an administrator finds the requests. */
export const requestsPath = (role: Role): string => (role === "secadmin" ? "/security" : "/admin/requests");

const RIGHTS = ["role", "post", "email", "departmentId", "liaisonPointId"] as const;

/** True where two holdings open the same: a name or a language is no right. */
export const isSameHolding = (one: Holding, other: Holding): boolean =>
  RIGHTS.every((key) => one[key] === other[key]);

/** What may be asked of an account that stands so: a closed one is enabled, an open one is given a new factor. */
export function fitsStatus(kind: AskedKind, status: PersonStatus | null): boolean {
  if (kind === "appoint") return status === null;
  if (kind === "enable") return status === "disabled";
  return kind === "replaceFactor" ? status === "active" : status !== null;
}

interface Asked {
  kind: AskedKind;
  subjectId: string;
  status: PersonStatus | null;
  before: Holding | null;
  after: Holding | null;
}

interface Around {
  askerId: string;
  /** Who could decide. */
  deciderIds: readonly string[];
  /** About whom, or about which address, a request waits already. */
  waiting: ReadonlySet<string>;
}

/** Why somebody's rights can't be asked for; null where they can. */
export function faultOfAsking(asked: Asked, { askerId, deciderIds, waiting }: Around): RightsFault | null {
  const { kind, subjectId, status, before, after } = asked;
  if (subjectId === askerId) return "notYourself";
  if (!fitsStatus(kind, status)) return "stale";
  if (kind === "move" && before && after && isSameHolding(before, after)) return "unchanged";
  if (waiting.has(subjectId) || (after && waiting.has(after.email.toLowerCase()))) return "alreadyAsked";
  // About the only one who could decide nobody would: another has to be appointed first.
  return deciderIds.some((id) => id !== subjectId) ? null : "nobodyDecides";
}
