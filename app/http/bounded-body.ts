/** What a form may weigh without its files. */
export const MOST_FORM_BYTES = 1_000_000;

/** The body of a request as it came, or null where it is longer than so many bytes, whatever its headers say. */
export async function bytesWithin(request: Request, mostBytes: number): Promise<Buffer<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = [];
  const reader = request.body?.getReader();
  let bytes = 0;
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true };
    if (done) return Buffer.concat(chunks);
    bytes += value.byteLength;
    // The rest is left where it is, for the server to drain: to cancel it would be to wait for every copy's end.
    if (bytes > mostBytes) return null;
    chunks.push(value);
  }
}

/** The same as text. */
export async function bodyWithin(request: Request, mostBytes: number): Promise<string | null> {
  return (await bytesWithin(request, mostBytes))?.toString("utf8") ?? null;
}

/** True for JSON whose lists and objects lie in each other at most so deep; told without reading it. */
export function isShallow(json: string, mostDepth = 16): boolean {
  let [depth, isInText] = [0, false];
  // Sign by sign: a pattern for a text would look for the end of one that has none again and again.
  for (let at = 0; at < json.length; at += 1) {
    const sign = json[at];
    if (sign === "\\") at += 1;
    else if (sign === '"') isInText = !isInText;
    // A bracket inside a text is no list.
    else if (isInText) continue;
    else if (sign === "[" || sign === "{") depth += 1;
    else if (sign === "]" || sign === "}") depth -= 1;
    if (depth > mostDepth) return false;
  }
  return true;
}
