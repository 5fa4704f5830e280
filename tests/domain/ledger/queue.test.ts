import { expect, it } from "vitest";
import { QUEUES, queueIn, queuesOf } from "../../../app/domain/ledger/queue.ts";

it("shows every queue to both, the own ones first", () => {
  expect(queuesOf("intake").slice(0, 2)).toEqual(["triage", "returns"]);
  expect(queuesOf("supervisor").slice(0, 3)).toEqual(["verifying", "extensions", "callBacks"]);
  expect([...queuesOf("supervisor")].sort()).toEqual([...QUEUES].sort());
});

it("reads a queue from an address, and takes the first of one's own for anything else", () => {
  expect(queueIn(new URLSearchParams("queue=clearing"), "intake")).toBe("clearing");
  expect(queueIn(new URLSearchParams("queue=clue"), "intake")).toBe("triage");
  expect(queueIn(new URLSearchParams(""), "supervisor")).toBe("verifying");
});
