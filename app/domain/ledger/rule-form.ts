import { isNumber } from "../complaint/complaint.ts";
import { day, department, type FieldError, long, parseFields, text } from "../complaint/field.ts";

/** What the form of a rule asks for; the numbers of complaints come as one text. */
export const ruleFields = {
  title: { ...text(), max: 120 },
  summary: long(),
  department: department(),
  madeOn: day(),
  numbers: long({ optional: true }),
} as const;

export interface RuleInput {
  title: string;
  summary: string;
  departmentId: string;
  madeOn: string;
  numbers: string[];
}

export type ParsedRule = { ok: true; rule: RuleInput } | { ok: false; errors: Record<string, FieldError> };

/** Reads the form of a rule. Numbers may stand on lines or between commas. */
export function parseRule(form: FormData): ParsedRule {
  const parsed = parseFields(ruleFields, form);
  if (!parsed.ok) return parsed;
  const { department: departmentId, numbers, ...rest } = parsed.values;
  const listed = [
    ...new Set(
      (numbers ?? "")
        .toUpperCase()
        .split(/[\s,，、;；]+/)
        .filter(Boolean),
    ),
  ];
  if (!listed.every(isNumber)) return { ok: false, errors: { numbers: "notANumber" } };
  return { ok: true, rule: { ...rest, departmentId, numbers: listed } };
}
