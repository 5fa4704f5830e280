import { faultOfPassword, PASSWORD_LENGTH } from "../domain/people/password.server.ts";
import type { Words } from "../i18n/dictionaries.ts";
import { rawIn } from "./forms.ts";

/** A new password and its repetition out of a form, with what is wrong in the reader's words. */
export function newPasswordIn(form: FormData, { door }: Words) {
  const [next, again] = [rawIn(form, "next"), rawIn(form, "again")];
  const fault = faultOfPassword(next, again);
  const { least, most } = PASSWORD_LENGTH;
  const said = { tooShort: door.password.tooShort(least), tooLong: door.password.tooLong(most) };
  const errors = {
    next: fault === "tooShort" || fault === "tooLong" ? said[fault] : undefined,
    again: fault === "different" ? door.password.different : undefined,
  };
  return { password: next, isWrong: fault !== null, errors };
}

/** How short a password may be, for the hint beside its field. */
export const leastCharacters = PASSWORD_LENGTH.least;
