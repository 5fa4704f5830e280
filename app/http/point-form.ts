import { DISTRICTS, INDUSTRIES, POINT_SIZES, POINT_STATUSES } from "../../db/vocabulary.ts";
import { isCreditCode } from "../domain/people/credit-code.ts";
import { isDay } from "../domain/people/point-row.ts";
import type { PointInput } from "../domain/people/points.server.ts";
import type { Words } from "../i18n/dictionaries.ts";
import { textIn } from "./forms.ts";

const fields = [
  "name",
  "shortName",
  "creditCode",
  "district",
  "industry",
  "size",
  "status",
  "termStartsOn",
  "termEndsOn",
] as const;
type FieldName = (typeof fields)[number];
type Values = Record<FieldName, string>;
type Errors = Partial<Record<FieldName, string>>;

const oneOf = <T extends string>(list: readonly T[], text: string) => list.find((value) => value === text);

/** A liaison point out of a form: what was typed, what is wrong with it, and the input where nothing is. */
export function pointIn(form: FormData, { door, points }: Words, isNew: boolean) {
  const typed = Object.fromEntries(fields.map((name) => [name, textIn(form, name)])) as Values;
  const values = { ...typed, creditCode: typed.creditCode.toUpperCase() };
  const errors: Errors = {};
  for (const name of ["name", "shortName"] as const)
    if (values[name].length > 100) errors[name] = door.errors.tooLong(100);
  if (!values.name) errors.name = door.errors.required;
  if (isNew && !isCreditCode(values.creditCode)) errors.creditCode = points.wrongCode;
  const chosen = {
    district: oneOf(DISTRICTS, values.district),
    industry: oneOf(INDUSTRIES, values.industry),
    size: oneOf(POINT_SIZES, values.size),
    status: isNew ? ("active" as const) : oneOf(POINT_STATUSES, values.status),
  };
  const { district, industry, size, status } = chosen;
  for (const name of ["district", "industry", "size", "status"] as const)
    if (!chosen[name]) errors[name] = door.errors.choose;
  Object.assign(errors, termErrors(values, points));
  const isRight = district && industry && size && status && Object.keys(errors).length === 0;
  const { name, shortName, termStartsOn } = values;
  const input: PointInput | null = isRight
    ? {
        name,
        shortName,
        district,
        industry,
        size,
        status,
        termStartsOn,
        termEndsOn: values.termEndsOn || null,
      }
    : null;
  return { values, errors, input };
}

function termErrors({ termStartsOn, termEndsOn }: Values, words: Words["points"]): Errors {
  const errors: Errors = {};
  if (!isDay(termStartsOn)) errors.termStartsOn = words.wrongDay;
  if (termEndsOn && !isDay(termEndsOn)) errors.termEndsOn = words.wrongDay;
  else if (termEndsOn && termEndsOn < termStartsOn) errors.termEndsOn = words.endBeforeStart;
  return errors;
}
