import { statSync } from "node:fs";
import { z } from "zod";
import type { ApplicationSecret } from "../domain/access/application-secret.ts";
import type { FactorDemand } from "../domain/people/factor.ts";
import { PASSWORD_PROFILES, type PasswordProfile } from "../domain/people/password-policy.ts";
import { KEPT_DAYS } from "../domain/trail/kept.ts";
import { areTrailKeys } from "../domain/trail/place.server.ts";
import { proxiesIn } from "./client-address.ts";
import { sentAsItIs } from "./encrypted.ts";
import { withSecretFiles } from "./secret-files.ts";

const text = z.string().trim().min(1);
const url = (protocols: RegExp, example: string) =>
  z
    .url({ protocol: protocols, error: `must be a URL such as ${example}` })
    .transform((value) => value.replace(/\/$/, ""));
const flag = z.enum(["0", "1"], { error: "must be 0 or 1" }).transform((value) => value === "1");
const offset = /^[+-]\d+[mhd]$/;

function isProxyList(setting: string): boolean {
  try {
    proxiesIn(setting);
    return true;
  } catch {
    return false;
  }
}

const isFile = (path: string) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

const variables = z.object({
  NODE_ENV: z
    .enum(["production", "development", "test"], { error: "must be production, development or test" })
    .default("development"),
  DATABASE_URL: url(/^postgres(ql)?$/, "postgres://huiyin_app:…@127.0.0.1:5432/huiyin").optional(),
  DATABASE_DOOR_URL: url(/^postgres(ql)?$/, "postgres://huiyin_door:…@127.0.0.1:5432/huiyin").optional(),
  DATABASE_OWNER_URL: url(/^postgres(ql)?$/, "postgres://owner:…@127.0.0.1:5432/huiyin").optional(),
  DATABASE_JOBS_URL: url(/^postgres(ql)?$/, "postgres://huiyin_jobs:…@127.0.0.1:5432/huiyin").optional(),
  HUIYIN_BROKER_URL: url(/^http$/, "http://127.0.0.1:3001").optional(),
  HUIYIN_SECRET: text
    .transform((value) => value.split(/\s*\n\s*/))
    .pipe(
      z.array(z.string().min(32, "must be at least 32 characters long")).max(2, "must be two lines at most"),
    )
    .transform((lines) => lines.join("\n")),
  HUIYIN_URL: url(/^https?$/, "https://huiyin.example")
    .refine((value) => new URL(value).origin === value.toLowerCase(), "must be an address without a path")
    .optional(),
  PORT: z.coerce
    .number("must be a port number")
    .int()
    .min(0)
    .max(65_535, "must be a port number")
    .default(3000),
  HOST: text.default("127.0.0.1"),
  HUIYIN_DATA: text.default("data"),
  HUIYIN_TRUSTED_PROXIES: text
    .refine(isProxyList, "must be a list of addresses such as 10.0.0.2, 10.1.0.0/16")
    .optional(),
  HUIYIN_LIMITS_SCALE: z.coerce.number("must be a number").positive("must be above 0").default(1),
  HUIYIN_PASSWORD_PROFILE: z
    .enum(PASSWORD_PROFILES, { error: `must be one of ${PASSWORD_PROFILES.join(", ")}` })
    .default("usual"),
  HUIYIN_PASSWORD_COST: text
    .regex(/^\d{2,7},[1-9]\d?$/, "must be memory in KiB and passes, such as 19456,2")
    .default("19456,2"),
  HUIYIN_BREACHED_PASSWORDS: text.refine(isFile, "must name a file that is there").optional(),
  HUIYIN_CHECKPOINT_KEY: text
    .refine(areTrailKeys, "must be Ed25519 keys, PKCS #8 or SPKI DER in base64")
    .optional(),
  HUIYIN_CHECKPOINTS: text.optional(),
  HUIYIN_OPENINGS_DAYS: z.coerce
    .number("must be a number of days")
    .int()
    .min(KEPT_DAYS.least, `must be at least ${KEPT_DAYS.least}: the law asks for half a year`)
    .default(KEPT_DAYS.usual),
  CLAMAV_URL: z
    .url({ protocol: /^(tcp|unix)$/, error: "must be tcp://host:3310 or unix:///path" })
    .regex(/^(tcp:\/\/[^/]|unix:\/\/\/.)/, "must be tcp://host:3310 or unix:///path")
    .optional(),
  RESEND_API_KEY: text.optional(),
  RESEND_API_URL: url(/^https?$/, "https://api.resend.com").optional(),
  RESEND_WEBHOOK_SECRET: text
    .regex(/^(?:(?:whsec_)?[\w+/]{16,}=*\s*)+$/, "must be the signing secret of the webhook, whsec_…")
    .optional(),
  SMTP_URL: url(/^smtps?$/, "smtp://user:password@mail.example:587").optional(),
  MAIL_FROM: text.includes("@", { error: "must be an e-mail address" }).optional(),
  HUIYIN_PLAIN_HOSTS: text.optional(),
  HUIYIN_SECURITY_CONTACT: z
    .url({ protocol: /^(mailto|https)$/, error: "must be mailto:somebody@huiyin.example or https://…" })
    .optional(),
  HUIYIN_SECOND_FACTOR: z.enum(["required", "offered"], { error: "must be required or offered" }).optional(),
  HUIYIN_DEMO: flag.default(false),
  HUIYIN_NOW: text
    .refine(
      (value) => offset.test(value) || !Number.isNaN(Date.parse(value)),
      "must be an instant or an offset such as +3d",
    )
    .optional(),
});

/** The settings of this process, read once from its environment. */
export interface Environment {
  isProduction: boolean;
  isDemo: boolean;
  /** As the web signs in, which can't do without; the worker has a login of its own. */
  databaseUrl: string | undefined;
  /** As the door signs in, where sessions are opened; the web can't do without. */
  databaseDoorUrl: string | undefined;
  databaseOwnerUrl: string | undefined;
  /** As the worker signs in; the web has it in the demo alone, whose mailbox shows what the worker sends. */
  databaseJobsUrl: string | undefined;
  /** Where the broker of sealed identities listens; without one nothing can be sealed. */
  brokerUrl: string | undefined;
  secret: ApplicationSecret;
  /** Whether all but the enterprises must have a second factor; only a demo does without unless told to. */
  secondFactor: FactorDemand;
  /** The public address, without a slash at the end. */
  url: string;
  port: number;
  host: string;
  dataFolder: string;
  /** The proxies that may say for whom they ask, as `proxiesIn` reads them. */
  trustedProxies: string | undefined;
  /** By how much more than usual may be asked of the web within a time. */
  limitsScale: number;
  /** What signs the checkpoints of the trail, and earlier public keys; without it the data folder has them. */
  checkpointKey: string | undefined;
  /** What is asked of a new password: the usual, or what 等保三级 expects. */
  passwordProfile: PasswordProfile;
  /** What a hash of a password costs; dearer than before, hashes are made anew as people sign in. */
  passwordCost: { memoryKiB: number; passes: number };
  /** A list of breached passwords that no new one may be in. */
  breachedFile: string | undefined;
  /** Where the copies of the checkpoints lie; without it in the data folder. */
  checkpointsFile: string | undefined;
  /** How long it is known who opened what. */
  openingsDays: number;
  /** Where a ClamAV daemon listens; without one files are not scanned, and the pages say so. */
  clamavUrl: string | undefined;
  resendApiKey: string | undefined;
  resendApiUrl: string | undefined;
  resendWebhookSecret: string | undefined;
  smtpUrl: string | undefined;
  mailFrom: string;
  /** Whom to tell of a hole, a URI; without it nobody is named. */
  securityContact: string | undefined;
  now: string | undefined;
}

function costIn(setting: string) {
  const [memoryKiB = 0, passes = 0] = setting.split(",").map(Number);
  return { memoryKiB, passes };
}

/** Less than OWASP asks of argon2id, whose choices of memory and passes cost much the same. */
const isTooCheap = ({ memoryKiB, passes }: Environment["passwordCost"]) =>
  memoryKiB < 7168 || memoryKiB * passes < 7168 * 5;

type Variables = z.output<typeof variables>;

function contradiction(given: Variables, source: Record<string, string | undefined>): string | undefined {
  const isProduction = given.NODE_ENV === "production" && !given.HUIYIN_DEMO;
  if (isProduction && given.HUIYIN_NOW)
    return "HUIYIN_NOW must not be set in production: the clock is the real one";
  if (isProduction && !given.HUIYIN_URL) return "HUIYIN_URL must be set in production: mail links to it";
  if (isProduction && !given.HUIYIN_URL?.startsWith("https:"))
    return "HUIYIN_URL must begin with https: in production";
  if (isProduction && isTooCheap(costIn(given.HUIYIN_PASSWORD_COST)))
    return "HUIYIN_PASSWORD_COST must be at least 7168,5 or 19456,2 or what costs as much, in production";
  if ((given.RESEND_API_KEY || given.SMTP_URL) && !given.MAIL_FROM)
    return "MAIL_FROM must be set where mail is sent";
  return isProduction ? sentAsItIs(source) : undefined;
}

/** Reads the settings; throws one sentence that names the first wrong variable. */
export function parseEnvironment(source: Record<string, string | undefined>): Environment {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const parsed = variables.safeParse(present);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const name = String(issue?.path[0]);
    throw new Error(name in present ? `${name} ${issue?.message}.` : `${name} must be set.`);
  }
  const given = parsed.data;
  const wrong = contradiction(given, present);
  if (wrong) throw new Error(`${wrong}.`);
  return {
    isProduction: given.NODE_ENV === "production",
    isDemo: given.HUIYIN_DEMO,
    databaseUrl: given.DATABASE_URL,
    databaseDoorUrl: given.DATABASE_DOOR_URL,
    databaseOwnerUrl: given.DATABASE_OWNER_URL,
    databaseJobsUrl: given.DATABASE_JOBS_URL,
    brokerUrl: given.HUIYIN_BROKER_URL,
    secret: given.HUIYIN_SECRET,
    secondFactor:
      given.HUIYIN_SECOND_FACTOR ??
      (given.NODE_ENV === "production" && !given.HUIYIN_DEMO ? "required" : "offered"),
    url: given.HUIYIN_URL ?? `http://${given.HOST}:${given.PORT}`,
    port: given.PORT,
    host: given.HOST,
    dataFolder: given.HUIYIN_DATA,
    trustedProxies: given.HUIYIN_TRUSTED_PROXIES,
    limitsScale: given.HUIYIN_LIMITS_SCALE,
    passwordProfile: given.HUIYIN_PASSWORD_PROFILE,
    passwordCost: costIn(given.HUIYIN_PASSWORD_COST),
    breachedFile: given.HUIYIN_BREACHED_PASSWORDS,
    checkpointKey: given.HUIYIN_CHECKPOINT_KEY,
    checkpointsFile: given.HUIYIN_CHECKPOINTS,
    openingsDays: given.HUIYIN_OPENINGS_DAYS,
    clamavUrl: given.CLAMAV_URL,
    resendApiKey: given.RESEND_API_KEY,
    resendApiUrl: given.RESEND_API_URL,
    resendWebhookSecret: given.RESEND_WEBHOOK_SECRET,
    smtpUrl: given.SMTP_URL,
    mailFrom: given.MAIL_FROM ?? "回音 Huiyin <huiyin@huiyin.example>",
    securityContact: given.HUIYIN_SECURITY_CONTACT,
    now: given.HUIYIN_NOW,
  };
}

let environmentOfProcess: Environment | undefined;

/** The settings of this process; the first call reads them. */
export function environment(): Environment {
  environmentOfProcess ??= parseEnvironment(withSecretFiles(process.env));
  return environmentOfProcess;
}

const minutes: Record<string, number> = { m: 1, h: 60, d: 1440 };

/** The instant that a HUIYIN_NOW setting means: itself (a frozen clock), or so far from `real` (`+3d`, `-2h`). */
export function movedClock(setting: string | undefined, real: Date): Date {
  if (!setting) return real;
  if (!offset.test(setting)) return new Date(setting);
  const distance = Number.parseInt(setting, 10) * (minutes[setting.slice(-1)] ?? 0);
  return new Date(real.getTime() + distance * 60_000);
}

/** The present instant, for the edges: rules and acts get it as an argument. */
export const now = (): Date => movedClock(environment().now, new Date());
