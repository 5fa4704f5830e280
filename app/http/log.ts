import { type Logger, pino } from "pino";

interface Failure extends Error {
  code?: string;
  constraint?: string;
  table?: string;
}

/** Of PostgreSQL's classes of errors those whose words quote what was written: wrong values, and refused ones. */
const QUOTES = /^(22|23|P0)[0-9A-Z]{3}$/;

/** Where it happened, without the error's own words: those of a query hold its values. */
const placeOf = ({ stack = "" }: Error) =>
  stack
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .join("\n");

/** Without the values that a query was asked with, and the row that the database refused. */
const wordsOf = ({ message }: Error) => (message.split(/\nparams: /)[0] ?? "").slice(0, 2000);

/** An error in a line, as a log may say it. */
export function lineForLog(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { code = "" } = error as Failure;
  return QUOTES.test(code) ? `${error.name} ${code}` : wordsOf(error);
}

/** What a log may say of an error. It is read by people who may not read complaints. */
function failureForLog(error: unknown): unknown {
  if (!(error instanceof Error)) return typeof error;
  const { name, code, constraint, table, cause } = error as Failure;
  const because = cause === undefined ? undefined : failureForLog(cause);
  return {
    type: name,
    message: lineForLog(error),
    code,
    constraint,
    table,
    stack: placeOf(error),
    cause: because,
  };
}

/** The log of a process: lines of JSON, in which an error tells what went wrong and never what was being written. */
export const openLog = (name: string): Logger =>
  pino({
    name,
    base: undefined,
    serializers: { err: failureForLog, error: failureForLog },
    hooks: {
      logMethod(args, method) {
        const [first, ...rest] = args as unknown[];
        // Else the log would take the error's own words for its message.
        const told =
          first instanceof Error ? [{ err: first }, ...(rest.length > 0 ? rest : ["error"])] : args;
        method.apply(this, told as Parameters<typeof method>);
      },
    },
  });
