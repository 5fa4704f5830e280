import { createHash } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isBreached } from "../../../app/domain/people/breached.server.ts";
import { setDoor } from "../../../app/domain/people/door-setting.server.ts";
import { faultOfNew } from "../../../app/domain/people/new-password.server.ts";

const folder = mkdtempSync(join(tmpdir(), "huiyin-breached-"));
const sha1 = (text: string) => createHash("sha1").update(text).digest("hex").toUpperCase();

function listOf(name: string, passwords: readonly string[], end = "\r\n"): string {
  const path = join(folder, name);
  // Counts of many lengths, so that no line stands where reckoning would put it.
  const lines = passwords.map((password, nth) => `${sha1(password)}:${10 ** (nth % 9)}`).sort();
  writeFileSync(path, lines.map((line) => line + end).join(""));
  return path;
}

describe("a list of breached passwords", () => {
  it.each([1, 2, 3, 10, 1000])("of %i has each of them, and no other", async (count) => {
    const known = Array.from({ length: count }, (_, nth) => `a breached password ${nth}`);
    const path = listOf(`of-${count}`, known);
    for (const password of known) expect(await isBreached(path, password)).toBe(true);
    for (let nth = 0; nth < 200; nth++)
      expect(await isBreached(path, `a password of nobody ${nth}`)).toBe(false);
  });

  it("may end its lines either way, without counts, and be empty", async () => {
    const path = join(folder, "plain");
    writeFileSync(path, `${["one", "two", "three"].map(sha1).sort().join("\n")}\n`);
    expect(await isBreached(path, "two")).toBe(true);
    expect(await isBreached(path, "four")).toBe(false);
    expect(await isBreached(listOf("empty", []), "two")).toBe(false);
  });

  it("finds a password however a keyboard has composed it", async () => {
    expect(await isBreached(listOf("composed", ["password２".normalize("NFKC")]), "ｐassword2")).toBe(true);
  });

  it("that isn't there is an error, and not a yes", async () => {
    await expect(isBreached(join(folder, "gone"), "one")).rejects.toThrow();
  });
});

it("a new password that is in the list is refused, by whatever way it is set", async () => {
  const next = "seven herons beside a slow river";
  const facts = { passwordHash: null, known: [], former: [] };
  const fault = () => faultOfNew({ next, again: next }, facts);
  expect(await fault()).toBeNull();
  setDoor({ breachedFile: listOf("asked", ["another", next, "and one more"]) });
  expect(await fault()).toBe("common");
  setDoor({ breachedFile: undefined });
  expect(await fault()).toBeNull();
});
