const clean = (text: string) => text.replaceAll("\0", "");

/** The fields of a form. A body that is none is answered 400; zero bytes, which no text column takes, are dropped. */
export async function formOf(request: Request): Promise<FormData> {
  const given = await request.formData().catch(() => {
    throw new Response(null, { status: 400 });
  });
  const form = new FormData();
  for (const [name, value] of given) {
    if (typeof value === "string") form.append(clean(name), clean(value));
    else form.append(clean(name), value);
  }
  return form;
}

/** One field as text, without the space around it; empty where it is missing. */
export function textIn(form: FormData, name: string): string {
  return rawIn(form, name).trim();
}

/** One field exactly as typed, as a password has to be taken. */
export function rawIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

/** A path of ours to go on to, or the other one: an address given from outside never leads away. */
export function pathOr(given: string | null, other: string): string {
  return given && /^\/(?![/\\])[^\s\\]*$/.test(given) ? given : other;
}

/** True for text that can be the id of a row; anything else the database would not even compare. */
export const isId = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text);
