import { type FieldError, parseFields, text } from "../complaint/field.ts";

/** So many views of the ledger does one person keep: more is no overview. */
export const MOST_VIEWS = 20;

/** What the form of a view asks for. */
export const viewFields = { name: { ...text(), max: 20 } } as const;

export type ViewRefusal = "tooManyViews" | "noFilter";

export type ParsedView = { ok: true; name: string } | { ok: false; errors: Record<string, FieldError> };

export function parseView(form: FormData): ParsedView {
  const parsed = parseFields(viewFields, form);
  return parsed.ok ? { ok: true, name: parsed.values.name } : parsed;
}
