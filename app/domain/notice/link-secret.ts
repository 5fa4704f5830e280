import { createHmac, timingSafeEqual } from "node:crypto";
import { type ApplicationSecret, presentSecret, secretsIn } from "../access/application-secret.ts";

/**
 * The part of a mailed one-time link that nobody can guess. It is derived from the link's id and the
 * application's secret, so that the mail can be written again for another try while the database
 * holds nothing that opens an account.
 */
const linkSecret = (secret: string, linkId: string): string =>
  createHmac("sha256", secret).update(`one-time link ${linkId}`).digest("base64url");

/** `id.secret`, as it stands in the link. */
export const linkToken = (secret: ApplicationSecret, linkId: string): string =>
  `${linkId}.${linkSecret(presentSecret(secret), linkId)}`;

/** The id in a token that this application has made, or null. */
export function linkIdIn(secret: ApplicationSecret, token: string): string | null {
  const [linkId = "", given = "", ...rest] = token.split(".");
  if (rest.length > 0) return null;
  const offered = Buffer.from(given);
  const isMadeWith = (one: string) => {
    const known = Buffer.from(linkSecret(one, linkId));
    return offered.length === known.length && timingSafeEqual(offered, known);
  };
  return secretsIn(secret).some(isMadeWith) ? linkId : null;
}
