import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const file = readFileSync("SECURITY.md", "utf8");

/** The levels of the OWASP ASVS 5.0.0's requirements, in their order, by section: "1.1": "22" is 1.1.1 and 1.1.2, both of level 2. */
const LEVELS: Record<string, string> = {
  ...{ "1.1": "22", "1.2": "1111122223", "1.3": "112222222223", "1.4": "222", "1.5": "123" },
  ...{ "2.1": "122", "2.2": "112", "2.3": "12223", "2.4": "23" },
  ...{ "3.1": "3", "3.2": "113", "3.3": "12223", "3.4": "11222233", "3.5": "11122333", "3.6": "3" },
  ...{ "3.7": "22333", "4.1": "12233", "4.2": "23333", "4.3": "22", "4.4": "1222" },
  ...{ "5.1": "2", "5.2": "112333", "5.3": "113", "5.4": "222" },
  ...{ "6.1": "122", "6.2": "111111112222", "6.3": "11223333", "6.4": "112233", "6.5": "22222333" },
  ...{ "6.6": "2223", "6.7": "33", "6.8": "2222" },
  ...{ "7.1": "222", "7.2": "1111", "7.3": "22", "7.4": "11222", "7.5": "223", "7.6": "22" },
  ...{ "8.1": "1233", "8.2": "1123", "8.3": "133", "8.4": "23", "9.1": "111", "9.2": "1222" },
  ...{ "10.1": "22", "10.2": "223", "10.3": "22223", "10.4": "1111122222233333", "10.5": "22222" },
  ...{ "10.6": "22", "10.7": "222" },
  ...{ "11.1": "2233", "11.2": "22233", "11.3": "11233", "11.4": "1222", "11.5": "23", "11.6": "23" },
  ...{ "11.7": "33", "12.1": "12233", "12.2": "11", "12.3": "22223" },
  ...{ "13.1": "2333", "13.2": "222223", "13.3": "2233", "13.4": "1222233" },
  ...{ "14.1": "22", "14.2": "12223333", "14.3": "122" },
  ...{ "15.1": "12233", "15.2": "12233", "15.3": "1222222", "15.4": "3333" },
  ...{ "16.1": "2", "16.2": "22222", "16.3": "2222", "16.4": "222", "16.5": "2223" },
  ...{ "17.1": "23", "17.2": "22223333", "17.3": "22" },
};

const required = (...levels: string[]) =>
  Object.entries(LEVELS).flatMap(([section, marks]) =>
    [...marks].flatMap((level, nth) => (levels.includes(level) ? [`${section}.${nth + 1}`] : [])),
  );

/** A row of a table of requirements: its id, and what is said to meet it. */
const rows = [...file.matchAll(/^\| *(\d+\.\d+\.\d+) *\|[^|]*\|(.*)\| *$/gm)].map(
  ([, id = "", met = ""]) => ({
    id,
    met: met.trim(),
  }),
);

const statusOf = (met: string) =>
  (["does not apply", "not yet"] as const).find((start) => met.startsWith(start)) ?? "met";

describe("the requirements of the standard", () => {
  it("are as many as it has", () => {
    expect([required("1").length, required("2").length, required("3").length]).toEqual([70, 183, 92]);
  });

  it("of levels 1 and 2 stand in the file once each, and no others", () => {
    const ids = rows.map(({ id }) => id);
    expect(required("1", "2").filter((id) => !ids.includes(id))).toEqual([]);
    expect(ids.filter((id, nth) => !required("1", "2").includes(id) || ids.indexOf(id) !== nth)).toEqual([]);
  });

  it("are met, don't apply or are not yet met as often as the summary says", () => {
    const [, met, apart, missing] =
      /Of 253 requirements (\d+) are met, (\d+) do not apply, and (\d+) are not yet met\./.exec(file) ?? [];
    const count = (status: string) => rows.filter((row) => statusOf(row.met) === status).length;
    expect([met, apart, missing].map(Number)).toEqual([
      count("met"),
      count("does not apply"),
      count("not yet"),
    ]);
  });

  it("say each by what they are met, or why not", () => {
    const bare = rows.filter(({ met }) => !/^(does not apply|not yet): \S/.test(met) && !/`|§/.test(met));
    expect(bare).toEqual([]);
  });
});

it("every path that the file names is there", () => {
  const named = [
    ...file.matchAll(/`((?:app|db|tests|emails|public|\.ci)\/[^`\s]+|[\w.-]+\.(?:json|ts|md))`/g),
  ];
  const paths = named.map(([, path = ""]) => path);
  expect(paths.length).toBeGreaterThan(100);
  expect(paths.filter((path) => !existsSync(path))).toEqual([]);
});

it("every command that the file tells an operator to run is one", () => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
  const told = [...file.matchAll(/`npm run (?:--silent )?([\w:-]+)/g)].map(([, name = ""]) => name);
  expect(told.length).toBeGreaterThan(3);
  expect(told.filter((name) => !(name in scripts))).toEqual([]);
});
