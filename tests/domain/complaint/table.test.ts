import { describe, expect, it } from "vitest";
import { COMMAND_TYPES, type CommandType } from "../../../app/domain/complaint/commands.ts";
import { decide } from "../../../app/domain/complaint/decide.ts";
import { lifecycle, possibleActs, statuses } from "../../../app/domain/complaint/lifecycle.ts";
import { COMPLAINT_STATUSES, type ComplaintStatus, ENDED_STATUSES } from "../../../db/vocabulary.ts";
import { ACTORS, allowedTo } from "../../support/office-table.ts";
import { deciding, sample } from "./sample-case.ts";

const sorted = (types: readonly string[]) => [...types].sort();

describe("the lifecycle table", () => {
  for (const status of COMPLAINT_STATUSES) {
    it.each(ACTORS)(`allows %s in ${status} exactly what the office does`, (role) => {
      expect(sorted(possibleActs(role, status))).toEqual(sorted(allowedTo(status, role)));
    });
  }

  it("refuses every other cell of status × command × role, naming the rule", () => {
    let refused = 0;
    for (const status of COMPLAINT_STATUSES)
      for (const type of COMMAND_TYPES)
        for (const role of ACTORS) {
          if (allowedTo(status, role).includes(type)) continue;
          const decision = decide(deciding({ status, role }), sample(type));
          const rule = lifecycle[type].by.includes(role) ? "wrongStatus" : "notAllowed";
          expect([status, type, role, decision]).toEqual([status, type, role, { ok: false, refusal: rule }]);
          refused++;
        }
    const allowed = COMPLAINT_STATUSES.flatMap((status) => ACTORS.flatMap((role) => allowedTo(status, role)));
    expect(refused + allowed.length).toBe(COMPLAINT_STATUSES.length * COMMAND_TYPES.length * ACTORS.length);
  });

  it("leaves no open status without an owner and a clock", () => {
    const ended: readonly string[] = ENDED_STATUSES;
    for (const status of COMPLAINT_STATUSES) {
      if (ended.includes(status)) continue;
      expect([status, statuses[status].owner]).not.toEqual([status, null]);
      expect([status, statuses[status].clock]).not.toEqual([status, null]);
    }
  });

  it("has a way out of every status that somebody owns", () => {
    const waysOut = (status: ComplaintStatus) =>
      COMMAND_TYPES.filter(
        (type: CommandType) =>
          lifecycle[type].from.includes(status) &&
          Object.values(lifecycle[type].outcomes).some((o) => o.to !== "same" && o.to !== status),
      );
    for (const status of COMPLAINT_STATUSES) {
      expect([status, waysOut(status).length > 0]).toEqual([status, true]);
    }
  });
});
