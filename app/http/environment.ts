import { z } from "zod";
import { KEPT_DAYS } from "../domain/trail/kept.ts";

const text = z.string().trim().min(1);
const url = (protocols: RegExp, example: string) =>
  z
    .url({ protocol: protocols, error: `must be a URL such as ${example}` })
    .transform((value) => value.replace(/\/$/, ""));
const flag = z.enum(["0", "1"], { error: "must be 0 or 1" }).transform((value) => value === "1");
const offset = /^[+-]\d+[mhd]$/;

const variables = z.object({
  NODE_ENV: text.default("development"),
  DATABASE_URL: url(/^postgres(ql)?$/, "postgres://huiyin_app:…@127.0.0.1:5432/huiyin"),
  DATABASE_OWNER_URL: url(/^postgres(ql)?$/, "postgres://owner:…@127.0.0.1:5432/huiyin").optional(),
  DATABASE_JOBS_URL: url(/^postgres(ql)?$/, "postgres://huiyin_jobs:…@127.0.0.1:5432/huiyin").optional(),
  HUIYIN_BROKER_URL: url(/^http$/, "http://127.0.0.1:3001").optional(),
  HUIYIN_SECRET: text.min(32, "must be at least 32 characters long"),
  HUIYIN_URL: url(/^https?$/, "https://huiyin.example").optional(),
  PORT: z.coerce
    .number("must be a port number")
    .int()
    .min(0)
    .max(65_535, "must be a port number")
    .default(3000),
  HOST: text.default("127.0.0.1"),
  HUIYIN_DATA: text.default("data"),
  HUIYIN_CHECKPOINT_KEY: text.base64("must be an Ed25519 key, PKCS #8 DER in base64").optional(),
  HUIYIN_CHECKPOINTS: text.optional(),
  HUIYIN_OPENINGS_DAYS: z.coerce
    .number("must be a number of days")
    .int()
    .min(KEPT_DAYS.least, `must be at least ${KEPT_DAYS.least}: the law asks for half a year`)
    .default(KEPT_DAYS.usual),
  RESEND_API_KEY: text.optional(),
  RESEND_API_URL: url(/^https?$/, "https://api.resend.com").optional(),
  RESEND_WEBHOOK_SECRET: text
    .regex(/^(whsec_)?[\w+/]{16,}=*$/, "must be the signing secret of the webhook, whsec_…")
    .optional(),
  SMTP_URL: url(/^smtps?$/, "smtp://user:password@mail.example:587").optional(),
  MAIL_FROM: text.includes("@", { error: "must be an e-mail address" }).optional(),
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
  databaseUrl: string;
  databaseOwnerUrl: string | undefined;
  /** As the worker signs in; the web has it in the demo alone, whose mailbox shows what the worker sends. */
  databaseJobsUrl: string | undefined;
  /** Where the broker of sealed identities listens; without one nothing can be sealed. */
  brokerUrl: string | undefined;
  secret: string;
  /** The public address, without a slash at the end. */
  url: string;
  port: number;
  host: string;
  dataFolder: string;
  /** What signs the checkpoints of the trail; without it the data folder has a key. */
  checkpointKey: string | undefined;
  /** Where the copies of the checkpoints lie; without it in the data folder. */
  checkpointsFile: string | undefined;
  /** How long it is known who opened what. */
  openingsDays: number;
  resendApiKey: string | undefined;
  resendApiUrl: string | undefined;
  resendWebhookSecret: string | undefined;
  smtpUrl: string | undefined;
  mailFrom: string;
  now: string | undefined;
}

type Variables = z.output<typeof variables>;

function contradiction(given: Variables): string | undefined {
  const isProduction = given.NODE_ENV === "production" && !given.HUIYIN_DEMO;
  if (isProduction && given.HUIYIN_NOW)
    return "HUIYIN_NOW must not be set in production: the clock is the real one";
  if (isProduction && !given.HUIYIN_URL) return "HUIYIN_URL must be set in production: mail links to it";
  if ((given.RESEND_API_KEY || given.SMTP_URL) && !given.MAIL_FROM)
    return "MAIL_FROM must be set where mail is sent";
  return undefined;
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
  const wrong = contradiction(given);
  if (wrong) throw new Error(`${wrong}.`);
  return {
    isProduction: given.NODE_ENV === "production",
    isDemo: given.HUIYIN_DEMO,
    databaseUrl: given.DATABASE_URL,
    databaseOwnerUrl: given.DATABASE_OWNER_URL,
    databaseJobsUrl: given.DATABASE_JOBS_URL,
    brokerUrl: given.HUIYIN_BROKER_URL,
    secret: given.HUIYIN_SECRET,
    url: given.HUIYIN_URL ?? `http://${given.HOST}:${given.PORT}`,
    port: given.PORT,
    host: given.HOST,
    dataFolder: given.HUIYIN_DATA,
    checkpointKey: given.HUIYIN_CHECKPOINT_KEY,
    checkpointsFile: given.HUIYIN_CHECKPOINTS,
    openingsDays: given.HUIYIN_OPENINGS_DAYS,
    resendApiKey: given.RESEND_API_KEY,
    resendApiUrl: given.RESEND_API_URL,
    resendWebhookSecret: given.RESEND_WEBHOOK_SECRET,
    smtpUrl: given.SMTP_URL,
    mailFrom: given.MAIL_FROM ?? "回音 Huiyin <huiyin@huiyin.example>",
    now: given.HUIYIN_NOW,
  };
}

let environmentOfProcess: Environment | undefined;

/** The settings of this process; the first call reads them. */
export function environment(): Environment {
  environmentOfProcess ??= parseEnvironment(process.env);
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
