import { createHash, generateKeyPairSync } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSigned, signed } from "../../app/domain/trail/checkpoint.ts";
import { pathOf, rootBy, rootOf } from "../../app/domain/trail/merkle.ts";
import { readReceipt, receiptOf } from "../../app/domain/trail/receipt.ts";

const sha = (text: string) => createHash("sha256").update(text).digest("hex");
const rowsOf = (count: number) => Array.from({ length: count }, (_, nth) => sha(`row ${nth}`));

describe("a Merkle tree", () => {
  it("has the roots of RFC 9162", () => {
    // The test vectors of the reference implementation: leaves "", 00, 10, 2021, here by their bytes.
    const leaves = [
      "",
      "00",
      "10",
      "2021",
      "3031",
      "40414243",
      "5051525354555657",
      "606162636465666768696a6b6c6d6e6f",
    ];
    expect(rootOf([])).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    expect(rootOf(leaves.slice(0, 1))).toBe(
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    );
    expect(rootOf(leaves.slice(0, 3))).toBe(
      "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    );
    expect(rootOf(leaves)).toBe("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
  });

  it("is reached from each of its rows by its own path, and from no other row or place", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(), fc.nat(), (count, one, other) => {
        const rows = rowsOf(count);
        const place = one % count;
        const path = pathOf(rows, place);
        expect(rootBy(rows[place] ?? "", place, count, path)).toBe(rootOf(rows));
        expect(rootBy(sha("another"), place, count, path)).not.toBe(rootOf(rows));
        const elsewhere = other % (count + 2);
        if (elsewhere !== place)
          expect(rootBy(rows[place] ?? "", elsewhere, count, path)).not.toBe(rootOf(rows));
        expect(rootBy(rows[place] ?? "", place, count, [...path, sha("more")])).not.toBe(rootOf(rows));
      }),
    );
  });
});

const { privateKey, publicKey } = generateKeyPairSync("ed25519");
const at = new Date("2026-03-02T01:31:00.000Z");
const row = JSON.stringify({
  at: "2026-03-02T01:30:00+00:00",
  number: "HY2026-00001",
  command: "submit",
  complaint_id: "0195553c-0000-7000-8000-000000000000",
});
const leaves = rowsOf(6).toSpliced(3, 1, sha(row));
const checkpoint = signed(
  {
    nth: 7,
    at,
    events: 12,
    openings: 3,
    chains: 4,
    leaves: leaves.length,
    root: rootOf(leaves),
    previousHash: sha("before"),
  },
  privateKey,
);

it("a checkpoint is signed as a whole, and by one key", () => {
  expect(isSigned(checkpoint, [publicKey])).toBe(true);
  expect(isSigned(checkpoint, [generateKeyPairSync("ed25519").publicKey])).toBe(false);
  expect(isSigned({ ...checkpoint, signature: `${checkpoint.signature}x` }, [publicKey])).toBe(false);
  for (const key of ["nth", "events", "openings", "chains", "leaves"] as const)
    expect(isSigned({ ...checkpoint, [key]: checkpoint[key] + 1 }, [publicKey]), key).toBe(false);
  for (const key of ["root", "previousHash", "hash"] as const)
    expect(isSigned({ ...checkpoint, [key]: sha("other") }, [publicKey]), key).toBe(false);
  expect(isSigned({ ...checkpoint, at: new Date(at.getTime() + 1) }, [publicKey])).toBe(false);
});

describe("a receipt", () => {
  const note = "a note";
  const receipt = receiptOf({ row, hash: sha(row), place: 3, checkpoint, leaves }, note);
  const read = (text: string) => readReceipt(text, [publicKey], [note]).outcome;

  it("says number and time as the office reads them, and nothing of content", () => {
    expect(receipt).toMatchObject({ number: "HY2026-00001", submittedAt: "2026-03-02T09:30:00+08:00" });
    expect(read(JSON.stringify(receipt))).toBe("whole");
    expect(read(JSON.stringify(receipt, null, 2))).toBe("whole");
  });

  it("before its first checkpoint has none", () => {
    const early = receiptOf({ row, hash: sha(row), place: null, checkpoint: null, leaves: null }, note);
    expect(early.checkpoint).toBeNull();
    expect(read(JSON.stringify(early))).toBe("whole");
  });

  it("is found out wherever one character of it is another", () => {
    const text = JSON.stringify(receipt);
    const taken: number[] = [];
    for (let at = 0; at < text.length; at++) {
      const other = text[at] === "1" ? "2" : "1";
      if (read(text.slice(0, at) + other + text.slice(at + 1)) === "whole") taken.push(at);
    }
    expect(taken).toEqual([]);
  });

  it("is no receipt where it is something else, and that never fails", () => {
    for (const text of ["", "{}", "[]", "null", "1", "not json", '{"receipt":1}', "\0", "{".repeat(5000)])
      expect(["unreadable", "altered"]).toContain(read(text));
    expect(read(JSON.stringify({ ...receipt, more: 1 }))).toBe("altered");
    expect(read(JSON.stringify({ ...receipt, checkpoint: null }))).toBe("altered");
  });
});
