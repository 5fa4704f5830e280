const DAY_MS = 24 * 60 * 60 * 1000;

/** RFC 9116, 2.5.5 wants less than a year. */
const EXPIRES_DAYS = 364;

/** Whom to tell of a hole (RFC 9116): `contact` is a URI, `url` the public address. */
export function securityText({ contact, url }: { contact: string; url: string }, at: Date): string {
  const expires = new Date(at.getTime() + EXPIRES_DAYS * DAY_MS);
  expires.setUTCHours(0, 0, 0, 0);
  const fields = [
    ["Contact", contact],
    ["Expires", expires.toISOString()],
    ["Preferred-Languages", "zh, en"],
    ["Canonical", `${url}/.well-known/security.txt`],
  ];
  return fields.map(([name, value]) => `${name}: ${value}\n`).join("");
}
