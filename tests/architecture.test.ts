import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";

type Room =
  | "vocabulary"
  | "db"
  | "rules"
  | "acts"
  | "i18n"
  | "emails"
  | "ui"
  | "http"
  | "jobs"
  | "broker"
  | "routes"
  | "operator";

/** Who may import whom: rings that point one way. `operator` is the commands, which start everything. */
const may: Record<Room, readonly Room[]> = {
  vocabulary: [],
  // The demo city is made by the application's own acts.
  db: ["vocabulary", "db"],
  rules: ["vocabulary", "rules"],
  acts: ["vocabulary", "db", "rules", "acts"],
  i18n: ["vocabulary", "i18n"],
  emails: ["vocabulary", "emails", "i18n", "rules"],
  ui: ["vocabulary", "rules", "ui", "i18n"],
  http: ["vocabulary", "db", "rules", "acts", "http", "i18n"],
  jobs: ["vocabulary", "db", "rules", "acts", "jobs", "emails", "i18n", "http"],
  broker: ["vocabulary", "db", "rules", "acts", "http", "broker"],
  routes: ["vocabulary", "db", "rules", "acts", "http", "ui", "i18n", "routes", "emails"],
  operator: ["vocabulary", "db", "rules", "acts", "http", "jobs", "broker", "emails", "i18n", "operator"],
};

const files = ["app", "db", "emails"].flatMap((top) =>
  readdirSync(top, { recursive: true, encoding: "utf8" })
    .map((name) => join(top, name))
    .filter((name) => /\.tsx?$/.test(name)),
);

function roomOf(file: string): Room | null {
  if (file === "db/vocabulary.ts") return "vocabulary";
  if (file.startsWith("db/seed/")) return null;
  if (file.startsWith("db/")) return "db";
  if (file.startsWith("emails/")) return "emails";
  if (file.startsWith("app/domain/")) return file.endsWith(".server.ts") ? "acts" : "rules";
  const [, area] = file.match(/^app\/(i18n|ui|http|jobs|broker|routes|operator)\//) ?? [];
  return (area as Room | undefined) ?? null;
}

function importsOf(file: string): string[] {
  // Types leave nothing behind, so a type may be looked up anywhere.
  const found = readFileSync(file, "utf8").matchAll(/^(?:import|export) (?!type\b)[^;]*?from "(\.[^"]+)"/gm);
  return [...found].map(([, to]) => normalize(join(dirname(file), to ?? "")));
}

describe("the rings", () => {
  it("point one way", () => {
    const breaches = files.flatMap((file) => {
      const from = roomOf(file);
      if (!from) return [];
      return importsOf(file)
        .filter((to) => {
          const room = roomOf(to);
          return room !== null && !may[from].includes(room);
        })
        .map((to) => `${file} → ${to}`);
    });
    expect(breaches).toEqual([]);
  });

  it("have no clock and no chance in the rules", () => {
    const clocks = files
      .filter((file) => roomOf(file) === "rules" && !file.endsWith("new-id.ts"))
      .filter((file) => /Date\.now\(|new Date\(\)|Math\.random\(/.test(readFileSync(file, "utf8")));
    expect(clocks).toEqual([]);
  });

  it("have one writer of a complaint's rows", () => {
    const writers = files
      .filter((file) =>
        /(insert|update)\((schema\.)?complaint\)|writeChanges\(/.test(readFileSync(file, "utf8")),
      )
      .toSorted();
    expect(writers).toEqual([
      "app/domain/complaint/perform.server.ts",
      "app/domain/complaint/submit.server.ts",
      "app/domain/complaint/write.server.ts",
    ]);
  });

  it("open a transaction in one place", () => {
    const openers = files.filter(
      (file) =>
        roomOf(file) !== "operator" && /\.transaction\(|query\(`?"?begin/.test(readFileSync(file, "utf8")),
    );
    expect(openers).toEqual([]);
  });
});
