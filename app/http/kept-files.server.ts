import { createHmac, timingSafeEqual } from "node:crypto";
import { presentSecret, secretsIn } from "../domain/access/application-secret.ts";
import type { StoredFile } from "../domain/complaint/complaint.ts";
import { wordsOf } from "../i18n/dictionaries.ts";
import type { Locale } from "../i18n/words.ts";
import { environment } from "./environment.ts";
import { allFiles, type Received } from "./uploads.server.ts";

/** A stored file that waits in a form which came back for correction. */
export interface KeptFile {
  name: string;
  bytes: number;
  /** Goes with the form; only this person's next try is given the file for it. */
  ticket: string;
}

const signed = (text: string, personId: string, secret: string) =>
  createHmac("sha256", secret).update(`kept file|${personId}|${text}`).digest("base64url");

/** Hands a stored file to the form that is shown again, since a browser never fills in a file itself. */
export function keep(file: StoredFile, personId: string): KeptFile {
  const text = Buffer.from(JSON.stringify(file)).toString("base64url");
  return {
    name: file.name,
    bytes: file.bytes,
    ticket: `${text}.${signed(text, personId, presentSecret(environment().secret))}`,
  };
}

/** Answers files that were sent ahead of their form: with a ticket each, or with why one was not taken. */
export function answerAhead(received: Received, personId: string, locale: Locale): Response {
  const [refused] = received.refused;
  if (!refused) return Response.json({ kept: allFiles(received).map((file) => keep(file, personId)) });
  const { faults } = wordsOf(locale).liaison.files;
  const status = refused.fault === "tooLarge" ? 413 : 422;
  return Response.json({ error: faults[refused.fault](refused.name) }, { status });
}

/** The files that a form brings back; a ticket that isn't this person's is left out. */
export function keptIn(form: FormData, personId: string): StoredFile[] {
  return form.getAll("kept").flatMap((ticket) => {
    const [text = "", signature = ""] = String(ticket).split(".");
    const given = Buffer.from(signature);
    const isSignedWith = (secret: string) => {
      const expected = Buffer.from(signed(text, personId, secret));
      return given.length === expected.length && timingSafeEqual(given, expected);
    };
    if (!secretsIn(environment().secret).some(isSignedWith)) return [];
    return [JSON.parse(Buffer.from(text, "base64url").toString()) as StoredFile];
  });
}
