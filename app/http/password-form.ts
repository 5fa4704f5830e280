import { doorSetting } from "../domain/people/door-setting.server.ts";
import type { NewPassword } from "../domain/people/new-password.server.ts";
import { PASSWORD_LENGTH, type PasswordFault } from "../domain/people/password-policy.ts";
import type { Words } from "../i18n/dictionaries.ts";
import { rawIn } from "./forms.ts";

/** A new password and its repetition, exactly as typed. */
export const newPasswordIn = (form: FormData): NewPassword => ({
  next: rawIn(form, "next"),
  again: rawIn(form, "again"),
});

/** What is wrong with a new password, in the reader's words and beside its field. */
export function passwordErrors(fault: PasswordFault, { door, entrance }: Words) {
  const { least, most } = PASSWORD_LENGTH;
  if (fault === "different") return { again: door.password.different };
  const said = { tooShort: door.password.tooShort(least), tooLong: door.password.tooLong(most) };
  return { next: { ...entrance.faults, ...said }[fault] };
}

/** What is asked of a new password, for the hint beside its field. */
export const passwordAsked = () => ({
  least: PASSWORD_LENGTH.least,
  isStrict: doorSetting().profile === "strict",
});
export type PasswordAsked = ReturnType<typeof passwordAsked>;
