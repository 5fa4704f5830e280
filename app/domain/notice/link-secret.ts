import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * The part of a mailed one-time link that nobody can guess. It is derived from the link's id and the
 * application's secret, so that the mail can be written again for another try while the database
 * holds nothing that opens an account.
 */
export function linkSecret(applicationSecret: string, linkId: string): string {
  return createHmac("sha256", applicationSecret).update(`one-time link ${linkId}`).digest("base64url");
}

/** `id.secret`, as it stands in the link. */
export const linkToken = (applicationSecret: string, linkId: string): string =>
  `${linkId}.${linkSecret(applicationSecret, linkId)}`;

/** The id in a token that this application has made, or null. */
export function linkIdIn(applicationSecret: string, token: string): string | null {
  const [linkId = "", given = "", ...rest] = token.split(".");
  if (rest.length > 0) return null;
  const known = Buffer.from(linkSecret(applicationSecret, linkId));
  const offered = Buffer.from(given);
  return offered.length === known.length && timingSafeEqual(offered, known) ? linkId : null;
}
