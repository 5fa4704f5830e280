import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };

test.each(["demo", "dev", "start", "worker", "broker"])(
  "npm run %s passes a signal on: npm ends the shell between, which is therefore none",
  (name) => {
    expect(scripts[name]).toMatch(/^exec node /);
  },
);
