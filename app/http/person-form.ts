import { LOCALES, POSTS, ROLES } from "../../db/vocabulary.ts";
import { isEmail } from "../domain/people/email.ts";
import type { PersonFault, PersonInput } from "../domain/people/invite.server.ts";
import { mobileOf } from "../domain/people/mobile.ts";
import type { Words } from "../i18n/dictionaries.ts";
import { textIn } from "./forms.ts";

const fields = [
  "name",
  "nameEn",
  "email",
  "mobile",
  "role",
  "post",
  "department",
  "point",
  "locale",
  "reason",
] as const;
type FieldName = (typeof fields)[number];
type Errors = Partial<Record<FieldName, string>>;

const oneOf = <T extends string>(list: readonly T[], text: string): T | null =>
  list.find((value) => value === text) ?? null;

/** Characters of a reason, which somebody reads before deciding. */
export const MOST_REASON = 500;

/** A person out of a form: what was typed, what is wrong with it, and the input where nothing is. */
export function personIn(form: FormData, { door, security }: Words) {
  const values = Object.fromEntries(fields.map((name) => [name, textIn(form, name)])) as Record<
    FieldName,
    string
  >;
  const { errors: words } = door;
  const role = oneOf(ROLES, values.role);
  const errors: Errors = {};
  for (const name of ["name", "nameEn", "email", "mobile"] as const)
    if (values[name].length > 100) errors[name] = words.tooLong(100);
  if (values.reason.length > MOST_REASON) errors.reason = security.tooLong(MOST_REASON);
  if (!values.name) errors.name = words.required;
  if (!isEmail(values.email)) errors.email = words.email;
  const mobile = mobileOf(values.mobile);
  if (values.mobile && !mobile) errors.mobile = words.mobile;
  if (!role) errors.role = words.choose;
  if (role === "department" && !values.department) errors.department = words.choose;
  if (role === "liaison" && !values.point) errors.point = words.required;
  const locale = oneOf(LOCALES, values.locale) ?? "zh-CN";
  const input: PersonInput | null =
    role && Object.keys(errors).length === 0
      ? { ...values, mobile: mobile ?? "", role, post: oneOf(POSTS, values.post), locale }
      : null;
  return { values, errors, input };
}

/** A refusal beside the field that it is about, or above the form. */
export function sayFault(
  fault: PersonFault,
  { door, security }: Words,
): { errors: Errors; refusal?: string } {
  const words = door.admin;
  if (fault === "noReason") return { errors: { reason: security.required } };
  if (fault === "emailTaken") return { errors: { email: words.emailTaken } };
  if (fault === "noSuchPoint") return { errors: { point: words.noSuchPoint } };
  if (fault === "noSuchDepartment") return { errors: { department: door.errors.choose } };
  return { errors: {}, refusal: fault === "stale" ? words.stale : security.faults[fault] };
}
