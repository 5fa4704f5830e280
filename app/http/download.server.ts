import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { redirect } from "react-router";
import { FILE_TYPES, type FileType } from "../../db/vocabulary.ts";
import { standingOf } from "./quarantine.server.ts";
import { pathOf } from "./uploads.server.ts";

const office = "application/vnd.openxmlformats-officedocument";
const mimes: Record<FileType, string> = {
  pdf: "application/pdf",
  docx: `${office}.wordprocessingml.document`,
  xlsx: `${office}.spreadsheetml.sheet`,
  pptx: `${office}.presentationml.presentation`,
  jpg: "image/jpeg",
  png: "image/png",
  heic: "image/heic",
  txt: "text/plain; charset=utf-8",
};

/**
 * A stored file to be saved, never shown by the browser as a page of ours. 404 when its bytes are gone; what a scanner
 * refuses or has not seen yet leads to a page that says so.
 */
export async function download(file: { name: string; type: string; storageKey: string }): Promise<Response> {
  const path = pathOf(file.storageKey);
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new Response(null, { status: 404 });
  const standing = await standingOf(file.storageKey, path);
  if (standing === "infected" || standing === "waiting") throw redirect(`/held/${standing}`);
  const type = FILE_TYPES.find((one) => one === file.type);
  return new Response(Readable.toWeb(createReadStream(path)) as unknown as ReadableStream, {
    headers: {
      "Content-Type": type ? mimes[type] : "application/octet-stream",
      "Content-Length": String(found.size),
      "Content-Disposition": `attachment; filename*=UTF-8''${encoded(file.name)}`,
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy":
        "sandbox; default-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
      "Cache-Control": "private, no-store",
    },
  });
}

/** A name for a header, by RFC 5987: encodeURIComponent leaves four characters that it forbids. */
const encoded = (name: string) =>
  encodeURIComponent(name).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
