interface Failure extends Error {
  code?: string;
  detail?: string;
  syscall?: string;
  /** Of an address that was tried in several ways. */
  errors?: Error[];
}

/** Of PostgreSQL's errors those that whoever runs it can mend: who signs in, which database, who may, too many, not yet up. */
const TO_MEND = /^(08|28|3D|53|57P)|^42501$/;
/** Something that the newest schema has. */
const NOT_MIGRATED = /^(3F000|42P01|42703|42704|42883)$/;
const UNREACHABLE = /^(ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|ETIMEDOUT)$/;
const NOT_ACCEPTED = /CERT|SIGNATURE|ERR_TLS/;
const ON_DISK = /^(EACCES|EISDIR|ENOENT|ENOSPC|ENOTDIR|EPERM|EROFS)$/;

/**
 * What keeps a process or a command from its work, in a sentence, where whoever started it can mend it; undefined
 * for what only the program's own trace explains.
 */
export function whyNot(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code = "", detail, syscall, cause, errors } = error as Failure;
  const message = error.message || errors?.[0]?.message || code;
  if (cause instanceof Error) return whyNot(cause);
  if (syscall === "listen") return `HOST and PORT must name a free place of this machine: ${message}.`;
  if (UNREACHABLE.test(code)) return `Nothing answers there: ${message}.`;
  if (TO_MEND.test(code)) return `The database refuses: ${message}.${detail ? ` ${detail}` : ""}`;
  if (NOT_MIGRATED.test(code)) return `The database is not up to date (npm run migrate): ${message}.`;
  if (NOT_ACCEPTED.test(code)) return `The other side's certificate is not accepted: ${message}.`;
  if (ON_DISK.test(code) || code.startsWith("ERR_PARSE_ARGS")) return message;
  // Our own sentences; an error of another kind is a fault, and tells where.
  return error.constructor === Error && !code ? message : undefined;
}

/** Ends the process with 1, in a sentence where there is one. */
export function endSaying(error: unknown): never {
  const told = whyNot(error) ?? (error instanceof Error ? error.stack : undefined) ?? String(error);
  process.stderr.write(`${told}\n`);
  process.exit(1);
}
