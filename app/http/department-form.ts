import { DISTRICTS } from "../../db/vocabulary.ts";
import { LONGEST_NAME } from "../domain/people/department-lines.ts";
import type { DepartmentInput } from "../domain/people/departments.server.ts";
import type { Words } from "../i18n/dictionaries.ts";
import { textIn } from "./forms.ts";

const fields = ["name", "nameEn", "district", "leader", "status"] as const;
type Values = Record<(typeof fields)[number], string>;

/** A department out of a form: what was typed, what is wrong with it, and the input where nothing is. */
export function departmentIn(form: FormData, { door }: Words, leaders: readonly { id: string }[]) {
  const values = Object.fromEntries(fields.map((name) => [name, textIn(form, name)])) as Values;
  const errors: Partial<Values> = {};
  if (!values.name) errors.name = door.errors.required;
  for (const name of ["name", "nameEn"] as const)
    if (values[name].length > LONGEST_NAME) errors[name] = door.errors.tooLong(LONGEST_NAME);
  const district = DISTRICTS.find((value) => value === values.district) ?? null;
  if (values.district && !district) errors.district = door.errors.choose;
  const leaderId = leaders.find(({ id }) => id === values.leader)?.id ?? null;
  if (values.leader && !leaderId) errors.leader = door.errors.choose;
  if (values.status !== "active" && values.status !== "ended") errors.status = door.errors.choose;
  const isActive = values.status === "active";
  const input: DepartmentInput | null =
    Object.keys(errors).length > 0
      ? null
      : { name: values.name, nameEn: values.nameEn || values.name, district, leaderId, isActive };
  return { values, errors, input };
}
