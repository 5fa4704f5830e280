import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { endWithParent } from "../../db/embedded/watch.server.ts";

const root = join(import.meta.dirname, "../..");

/** A process of the demo's own. */
export interface Child {
  /** Settles when it has ended, for whatever reason, with what to tell. */
  ended: Promise<string>;
  stop(): Promise<void>;
}

interface Start {
  name: string;
  script: string[];
  env: Record<string, string>;
  /** Where its words go; to ours when left out. */
  logFile?: string;
}

function launch({ script, env, logFile }: Start) {
  const log = logFile ? openSync(logFile, "w", 0o600) : "inherit";
  // Detached, so that Ctrl-C reaches the demo alone, which then stops everything in order.
  const child = spawn(process.execPath, script, {
    cwd: root,
    env: { ...process.env, ...env },
    detached: true,
    stdio: ["ignore", log, log],
  });
  if (typeof log === "number") closeSync(log);
  return child;
}

/** Starts a script under this very Node. */
export function startChild(start: Start): Child {
  const child = launch(start);
  const callOff = endWithParent(child, "TERM");
  const lastWords = () => (start.logFile ? `\n${readFileSync(start.logFile, "utf8").slice(-1500)}` : "");
  const ended = new Promise<string>((done) => {
    child.once("error", (error) => done(`The ${start.name} could not start: ${error.message}`));
    child.once("exit", (code, signal) =>
      done(`The ${start.name} ended (${signal ?? `code ${code}`}).${lastWords()}`),
    );
  });
  return {
    ended,
    async stop() {
      callOff();
      child.kill("SIGTERM");
      const atLast = setTimeout(() => child.kill("SIGKILL"), 15_000);
      await ended;
      clearTimeout(atLast);
    },
  };
}
