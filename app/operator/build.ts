import { spawn } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");
const sources = ["app", "db", "emails", "public", "package.json", "vite.config.ts", "vite.worker.config.ts"];
const results = ["build/client", "build/server/index.js", "build/worker/worker.js"];

function newest(path: string): number {
  if (!existsSync(path)) return 0;
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Whether something is not built, or was changed since. */
export function isBuildStale(): boolean {
  const paths = results.map((path) => join(root, path));
  if (!paths.every((path) => existsSync(path))) return true;
  const oldestResult = Math.min(...paths.map(newest));
  return sources.some((path) => newest(join(root, path)) > oldestResult);
}

/** Builds the pages and the worker; rejects with what the builder said. */
export function build(): Promise<void> {
  return new Promise((done, fail) => {
    // Whoever asks for it: React's development code, built in, would meet its production code.
    const env = { ...process.env, NODE_ENV: "production" };
    const builder = spawn("npm", ["run", "build"], { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    for (const stream of [builder.stdout, builder.stderr]) {
      stream.on("data", (chunk) => {
        said += chunk;
      });
    }
    builder.once("error", fail);
    builder.once("exit", (code) => (code === 0 ? done() : fail(new Error(`The build failed.\n${said}`))));
  });
}
