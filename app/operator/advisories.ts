import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { dayOf } from "../domain/clock/day.ts";
import { ACCEPTED } from "./accepted-advisories.ts";
import { advisoriesIn, faultsOf, unjudged } from "./advisory.ts";
import { command } from "./command.ts";

/** So that a timer tells "something is open" from "nobody could be asked". */
const [OPEN, UNKNOWN] = [1, 2];

const say = (lines: readonly string[]): void =>
  void process.stdout.write(lines.map((line) => `${line}\n`).join(""));

/** What the registry knows of the libraries that run in production: npm's report, or its words for why there is none. */
async function audit(): Promise<string> {
  const args = ["audit", "--omit=dev", "--json", "--fetch-retries=1", "--fetch-timeout=20000"];
  // npm ends with 1 where it has found something.
  const { stdout } = await promisify(execFile)("npm", args).catch((error: { stdout?: string }) => error);
  return stdout ?? "";
}

await command(async () => {
  const faults = faultsOf(ACCEPTED, dayOf(new Date()));
  const text = await audit();
  const advisories = advisoriesIn(text);
  say(faults);
  if (!advisories) {
    say([
      "The registry was not asked, or doesn't answer such questions: nothing is known, and that is no all-clear.",
    ]);
    say([/"message": *"([^"]*)"/.exec(text)?.[1] ?? text.split("\n")[0] ?? ""].filter(Boolean));
    process.exitCode = faults.length > 0 ? OPEN : UNKNOWN;
    return;
  }
  const open = unjudged(advisories, ACCEPTED);
  say(
    open.map(({ advisory, library, severity, title }) => `${advisory} in ${library}, ${severity}: ${title}`),
  );
  say(
    ACCEPTED.map(
      ({ advisory, library, until, reason }) => `${advisory} in ${library} waits until ${until}: ${reason}`,
    ),
  );
  const gone = ACCEPTED.filter(({ advisory }) => !advisories.some((one) => one.advisory === advisory));
  say(gone.map(({ advisory }) => `${advisory} is no longer there: take it out of the list.`));
  if (open.length + faults.length === 0) return say(["Nothing is open."]);
  say(["Update the library, or write it into app/operator/accepted-advisories.ts with a day and a reason."]);
  process.exitCode = OPEN;
});
