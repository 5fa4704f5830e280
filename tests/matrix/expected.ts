import type { CommandType } from "../../app/domain/complaint/commands.ts";
import type { ComplaintStatus } from "../../db/vocabulary.ts";
import { allowedTo } from "../support/office-table.ts";
import type { Relation, Somebody } from "./subject.ts";

/** What comes of a try: let by to the rules of the act, refused by the table, not there at all, sent to sign in. */
export type Answer = "let by" | "refused" | "gone" | "door";

/** Whether somebody may know of a complaint, by who they are, how they stand to it and where it is on its way. */
export function isKnownTo({ role }: Somebody, relation: Relation, status: ComplaintStatus): boolean {
  if (relation === "recused" || relation === "stranger") return false;
  if (role === "liaison") return relation === "own";
  if (role === "department") return relation === "lead" || relation === "assisting";
  if (role === "intake" || role === "supervisor") return status !== "clue";
  return role === "discipline" && status === "clue";
}

/** What may come of a try, from the office's rules. What a page doesn't offer to a role at all is not there either. */
export function answersTo(
  who: Somebody,
  relation: Relation,
  status: ComplaintStatus,
  act: CommandType,
): readonly Answer[] {
  if (who.role === "guest") return ["door"];
  // Of a matter that nobody asked to open there is nothing to decide, and for a custodian nothing at all.
  if (who.role === "custodian") return ["gone", "refused"];
  if (!isKnownTo(who, relation, status)) return ["gone"];
  if (!allowedTo(status, who.role).includes(act)) return ["refused", "gone"];
  // Only what was rated can be rated again.
  if (act === "evaluateAgain") return ["let by", "refused"];
  // An assignment's own status is a rule besides: what it doesn't allow isn't offered.
  return who.role === "department" ? ["let by", "refused", "gone"] : ["let by"];
}

/** Whether somebody's own database role shows them the complaint's row. */
export const seesRow = (who: Somebody, relation: Relation, status: ComplaintStatus): boolean =>
  who.role !== "guest" && who.role !== "department" && isKnownTo(who, relation, status);
