import type { Refusal } from "../../db/vocabulary.ts";
import { type CommandType, commandFields } from "../domain/complaint/commands.ts";
import { toldField } from "../domain/complaint/told.ts";
import type { Words } from "../i18n/dictionaries.ts";

const fields: Partial<Record<Refusal, readonly string[]>> = {
  attachmentWithheld: ["release"],
  attachmentNotOfComplaint: ["release"],
  noSuchPrimary: ["primary"],
  mergeIntoSelf: ["primary"],
  primaryIsMerged: ["primary"],
  primaryEnded: ["primary"],
  leadTwice: ["assisting"],
  noSuchDepartment: ["department", "lead", "assisting"],
  departmentComplainedOf: ["primary", "department", "lead", "assisting"],
  departmentAlreadyAssigned: ["department", "assisting"],
  returnToSelf: ["department"],
  recuseWhom: ["concerned"],
  noSuchPerson: ["concerned", "reader"],
  recusedBefore: ["concerned"],
  unsealingAsked: ["reader"],
  ownUnsealing: ["reader"],
  unsealingDates: ["until"],
  extensionTooShort: ["until"],
  extensionTooLong: ["until"],
  measureDateInPast: ["dueOn"],
};

/** The field of an act's form that a refusal is about, beside which it belongs; none where it is about the act. */
export function refusedField(type: CommandType, refusal: Refusal): string | undefined {
  if (refusal === "briefNamesEnterprise" || refusal === "wordsMarked") return toldField(type);
  return fields[refusal]?.find((name) => name in commandFields[type]);
}

/** Why a rule refused the act, beside the field that it is about or above them all. */
export function refusalOf({ office }: Words, type: CommandType, refusal: Refusal | "notFound" | null) {
  if (!refusal || refusal === "stale") return { errors: {}, asWhole: null };
  const said = office.refusals[refusal];
  const field = refusal === "notFound" ? undefined : refusedField(type, refusal);
  return field ? { errors: { [field]: said }, asWhole: null } : { errors: {}, asWhole: said };
}
