import { isThisMachine } from "../domain/access/this-machine.ts";

type Source = Record<string, string | undefined>;

/** How each setting that names another server says that what is sent there is encrypted; a TLS of their own the others lack. */
const ENCRYPTED: Record<string, (url: URL) => boolean> = {
  ...Object.fromEntries(
    ["URL", "DOOR_URL", "JOBS_URL", "BROKER_URL", "OWNER_URL"].map((name) => [
      `DATABASE_${name}`,
      (url: URL) => url.searchParams.getAll("sslmode").join() === "verify-full",
    ]),
  ),
  HUIYIN_BROKER_URL: () => false,
  CLAMAV_URL: ({ protocol }) => protocol === "unix:",
  RESEND_API_URL: ({ protocol }) => protocol === "https:",
};

/** Where a database is reached by a socket in the file system, its folder stands in the address of its own. */
const hostOf = (url: URL): string => {
  const host = url.searchParams.get("host") ?? url.hostname;
  return host.startsWith("/") || host === "" ? "localhost" : host;
};

/**
 * Why a setting would send something over a network as it is, in one sentence; undefined where none would. Hosts that
 * HUIYIN_PLAIN_HOSTS names are reached through a tunnel or inside one machine: whoever sets it answers for that.
 */
export function sentAsItIs(source: Source): string | undefined {
  const plain = (source.HUIYIN_PLAIN_HOSTS ?? "").split(/[\s,]+/);
  for (const [name, isEncrypted] of Object.entries(ENCRYPTED)) {
    const given = source[name];
    if (!given || !URL.canParse(given)) continue;
    const url = new URL(given);
    const host = hostOf(url);
    if (isThisMachine(host) || plain.includes(host) || isEncrypted(url)) continue;
    const how = name.startsWith("DATABASE") ? "end in ?sslmode=verify-full" : "lead to this machine";
    return `${name} must ${how}, or its host stand in HUIYIN_PLAIN_HOSTS: nothing goes over a network unencrypted`;
  }
  return undefined;
}
