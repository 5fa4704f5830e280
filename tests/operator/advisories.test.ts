import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { dayOf } from "../../app/domain/clock/day.ts";
import { ACCEPTED } from "../../app/operator/accepted-advisories.ts";
import { type Accepted, advisoriesIn, faultsOf, unjudged } from "../../app/operator/advisory.ts";

const one: Accepted = {
  advisory: "GHSA-aaaa-bbbb-cccc",
  library: "a-library",
  severity: "high",
  reach: "reachable",
  reason: "The mended version breaks uploads; its author has promised another.",
  seenOn: "2026-11-02",
  until: "2026-11-09",
};

it("what we live with is within its time, and says why", () => {
  expect(faultsOf(ACCEPTED, dayOf(new Date()))).toEqual([]);
});

describe("a hole that is accepted", () => {
  it("is so until its day, and no longer", () => {
    expect(faultsOf([one], "2026-11-09")).toEqual([]);
    expect(faultsOf([one], "2026-11-10")).toEqual([
      "GHSA-aaaa-bbbb-cccc in a-library was accepted until 2026-11-09: update the library",
    ]);
  });

  it.each([
    ["high", "reachable", "2026-11-09"],
    ["critical", "reachable", "2026-11-09"],
    ["moderate", "reachable", "2026-12-02"],
    ["low", "unreachable", "2027-01-31"],
    ["critical", "unreachable", "2027-01-31"],
    ["low", "used", "2026-11-05"],
  ] as const)("%s and %s may wait until %s", (severity, reach, until) => {
    expect(faultsOf([{ ...one, severity, reach, until }], "2026-11-03")).toEqual([]);
    const longer = dayOf(new Date(new Date(`${until}T12:00:00+08:00`).getTime() + 86_400_000));
    expect(faultsOf([{ ...one, severity, reach, until: longer }], "2026-11-03")).toEqual([
      `GHSA-aaaa-bbbb-cccc in a-library may be accepted until ${until} at the latest`,
    ]);
  });

  it("has a reason, was seen, and stands there once", () => {
    expect(faultsOf([{ ...one, reason: "later" }], "2026-11-03")).toHaveLength(1);
    expect(faultsOf([one], "2026-11-01")).toHaveLength(1);
    expect(faultsOf([one, one], "2026-11-03")).toHaveLength(1);
  });
});

/** As npm writes it: one library with an advisory of its own, and one that needs it. */
const report = JSON.stringify({
  auditReportVersion: 2,
  vulnerabilities: {
    "a-library": {
      name: "a-library",
      severity: "high",
      via: [
        {
          source: 1,
          name: "a-library",
          dependency: "a-library",
          title: "Reads too far",
          url: "https://github.com/advisories/GHSA-aaaa-bbbb-cccc",
          severity: "high",
          range: "<2.0.0",
        },
      ],
      fixAvailable: true,
    },
    "needs-it": { name: "needs-it", severity: "high", via: ["a-library"], fixAvailable: false },
  },
  metadata: {},
});

describe("a report of the registry", () => {
  it("names each hole once, and those are open that nobody has judged", () => {
    const found = advisoriesIn(report);
    expect(found).toEqual([
      { advisory: "GHSA-aaaa-bbbb-cccc", library: "a-library", severity: "high", title: "Reads too far" },
    ]);
    expect(unjudged(found ?? [], [])).toEqual(found);
    expect(unjudged(found ?? [], [one])).toEqual([]);
    expect(unjudged(found ?? [], [{ ...one, library: "another" }])).toEqual(found);
  });

  it.each(["", "no such host", '{"message":"405 Method Not Allowed","error":{}}', "{}"])(
    "is no report and no all-clear: %s",
    (text) => {
      expect(advisoriesIn(text)).toBeNull();
    },
  );
});

it("without a network the command says that nothing is known, and ends with neither 0 nor 1", {
  timeout: 60_000,
}, async () => {
  const env = {
    ...process.env,
    npm_config_registry: "http://127.0.0.1:9/",
    npm_config_fetch_retry_mintimeout: "10",
  };
  const ran = promisify(execFile)(process.execPath, ["app/operator/advisories.ts"], { env });
  const { code, stdout } = await ran.catch((error) => error);
  expect([code, stdout]).toEqual([2, expect.stringContaining("no all-clear")]);
});
