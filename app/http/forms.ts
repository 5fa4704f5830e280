import { bytesWithin, MOST_FORM_BYTES } from "./bounded-body.ts";

const MOST = { fields: 1000, nameLength: 200 };

const clean = (text: string) => text.replaceAll("\0", "");

function refuse(status: number): never {
  throw new Response(null, { status });
}

/** How often a sign stands in a body, up to one more than a form may have fields. */
function countOf(body: Buffer, sign: string): number {
  let count = 0;
  for (let at = body.indexOf(sign); at >= 0 && count <= MOST.fields; at = body.indexOf(sign, at + 1))
    count += 1;
  return count;
}

/**
 * The fields of a form. A body that is none is answered 400, one that is too heavy or has too many fields 413; zero
 * bytes, which no text column takes, are dropped.
 */
export async function formOf(request: Request, mostBytes = MOST_FORM_BYTES): Promise<FormData> {
  // Counted first: parsed as it comes, a form of any size would lie in memory before anybody could refuse it.
  const body = (await bytesWithin(request, mostBytes)) ?? refuse(413);
  const type = request.headers.get("Content-Type") ?? "";
  // And so are its fields: half a million of one letter each take seconds to parse, in which nobody else is answered.
  if (!/^multipart\//i.test(type) && countOf(body, "&") > MOST.fields) refuse(413);
  const given = await new Response(body, { headers: { "Content-Type": type } })
    .formData()
    .catch(() => refuse(400));
  const form = new FormData();
  let fields = 0;
  for (const [name, value] of given) {
    fields += 1;
    if (fields > MOST.fields || name.length > MOST.nameLength) refuse(413);
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
  // Of plain signs alone: no header can carry others, and browsers leave some of them out before they look.
  return given && /^\/(?!\/)[!-[\]-~]*$/.test(given) ? given : other;
}

/** True for text that can be the id of a row; anything else the database would not even compare. */
export const isId = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text);
