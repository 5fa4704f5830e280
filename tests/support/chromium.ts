import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium as playwrightChromium } from "@playwright/test";

const installed = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

const isRoot = process.getuid?.() === 0;

/** Arguments that keep the browser quiet on the network, and let it run as root where that is all there is. */
export const chromiumArguments = [
  ...(isRoot ? ["--no-sandbox"] : []),
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-gpu",
  "--disable-quic",
];

function find(): string | undefined {
  const own = process.env.CHROMIUM_PATH;
  return [...(own ? [own] : []), ...installed, playwrightChromium.executablePath()].find((path) =>
    existsSync(path),
  );
}

function installWithApt(): void {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const run = (args: string[]) =>
    execFileSync("apt-get", args, { env, stdio: ["ignore", "ignore", "inherit"] });
  run(["update", "-q"]);
  run(["install", "-y", "-q", "--no-install-recommends", "chromium", "fonts-noto-cjk"]);
}

/** The path of a Chromium: one that is there, else one that apt installs (Debian, as root), else an error that says what to do. */
export function findOrInstallChromium(): string {
  const found = find();
  if (found) return found;
  if (isRoot && existsSync("/usr/bin/apt-get")) {
    process.stderr.write("No Chromium here: installing chromium and fonts-noto-cjk with apt-get\n");
    installWithApt();
  }
  const path = find();
  if (path) return path;
  throw new Error(
    "No Chromium or Chrome was found. Install one (Debian: apt-get install chromium fonts-noto-cjk) or set CHROMIUM_PATH to it.",
  );
}
