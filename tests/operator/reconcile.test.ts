import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { differingColumns, replay } from "../../app/domain/complaint/replay.ts";

const id = randomUUID();
const created = {
  entity: "complaint",
  id,
  isNew: true,
  set: { id, status: "submitted", version: 1, dueOn: "2026-11-25" },
};
const changed = { entity: "complaint", id, isNew: false, set: { status: "accepted", version: 2 } };

test("later events change what earlier ones made, column by column", () => {
  const rows = replay([{ changes: [created] }, { changes: [changed] }]);
  expect(rows.get("complaint")?.get(id)).toEqual({ id, status: "accepted", version: 2, dueOn: "2026-11-25" });
});

test("rows of other tables stay apart, also under one id", () => {
  const rows = replay([
    { changes: [created, { entity: "answer", id, isNew: true, set: { id, words: "好" } }] },
  ]);
  expect(rows.get("complaint")?.get(id)).not.toHaveProperty("words");
  expect(rows.get("answer")?.get(id)).toEqual({ id, words: "好" });
});

test("an instant is the same as a Date and as the text in an event", () => {
  const at = new Date("2026-11-20T16:12:00+08:00");
  expect(differingColumns({ at: at.toISOString(), gone: null }, { at })).toEqual([]);
  expect(differingColumns({ at: at.toISOString() }, { at: new Date(at.getTime() + 1) })).toEqual(["at"]);
});

test("a row that was changed behind the acts, and one that is missing, are told", () => {
  expect(differingColumns({ status: "closed" }, { status: "handling" })).toEqual(["status"]);
  expect(differingColumns({ id, words: "好" }, undefined)).toEqual(["id", "words"]);
});
