/** What a form may weigh without its files. */
export const MOST_FORM_BYTES = 1_000_000;

/** The body of a request as it came, or null where it is longer than so many bytes, whatever its headers say. */
export async function bytesWithin(request: Request, mostBytes: number): Promise<Buffer<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > mostBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The same as text. */
export async function bodyWithin(request: Request, mostBytes: number): Promise<string | null> {
  return (await bytesWithin(request, mostBytes))?.toString("utf8") ?? null;
}

/** True for JSON whose lists and objects lie in each other at most so deep; told without reading it. */
export function isShallow(json: string, mostDepth = 16): boolean {
  let depth = 0;
  // A bracket inside a text is no list.
  for (const [sign] of json.replaceAll(/"[^"\\]*(?:\\.[^"\\]*)*"/g, "").matchAll(/[[\]{}]/g)) {
    depth += sign === "[" || sign === "{" ? 1 : -1;
    if (depth > mostDepth) return false;
  }
  return true;
}
