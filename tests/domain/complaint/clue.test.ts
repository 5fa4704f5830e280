import { describe, expect, it } from "vitest";
import { isInPlace } from "../../../app/domain/clue/acts.ts";
import type { Command } from "../../../app/domain/complaint/commands.ts";
import { type Clue, isRecused, type Recusal } from "../../../app/domain/complaint/complaint.ts";
import { decide } from "../../../app/domain/complaint/decide.ts";
import { turnOf } from "../../../app/domain/complaint/turn.ts";
import type { ComplaintStatus, Role } from "../../../db/vocabulary.ts";
import { deciding, monday, sample } from "./sample-case.ts";

const clue = (more: Partial<Clue> = {}): Clue => ({
  id: "k1",
  complaintId: "c1",
  arrivedAt: new Date("2026-02-02T10:00:00+08:00"),
  acceptedAt: null,
  acceptDueOn: null,
  concludedAt: null,
  result: null,
  returnedAt: null,
  ...more,
});
const accepted = clue({ acceptedAt: new Date("2026-02-10T10:00:00+08:00"), acceptDueOn: "2026-03-02" });

function decided(
  clues: Clue[],
  command: Command,
  status: ComplaintStatus = "clue",
  role: Role = "discipline",
) {
  const decision = decide(deciding({ status, role, rows: { clue: clues } }), command);
  return decision.ok ? { ...decision.after.complaint, clue: decision.after.clue } : decision.refusal;
}

describe("a clue's clocks", () => {
  it("give fifteen working days to accept it, from the day on which it arrives", () => {
    expect(decided([], sample("moveToClue"), "submitted", "intake")).toMatchObject({
      status: "clue",
      dueRule: "clueAccept",
      dueOn: "2026-03-23",
      clue: [{ arrivedAt: monday, acceptedAt: null }],
    });
  });

  it("give the law's sixty days to conclude it, from its acceptance, and keep the day by which that was due", () => {
    expect(decided([clue()], sample("acceptClue"))).toMatchObject({
      dueRule: "clueConclude",
      dueFrom: monday,
      dueOn: "2026-05-06",
      // The day on which the sample complaint is due.
      clue: [{ acceptedAt: monday, acceptDueOn: "2026-03-05" }],
    });
  });

  it("stand where they are while the team makes notes, and end with the conclusion", () => {
    const noted = decided([accepted], sample("noteClue"));
    expect(noted).toMatchObject({ dueRule: "clueConclude", dueFrom: accepted.acceptedAt });
    expect(decided([accepted], sample("concludeClue"))).toMatchObject({
      status: "clue",
      dueOn: null,
      endedAt: monday,
      clue: [{ concludedAt: monday, result: "verified" }],
    });
  });

  it("begin anew in triage with what is given back", () => {
    expect(decided([accepted], sample("returnFromClue"))).toMatchObject({
      status: "submitted",
      dueRule: "triage",
      triageFrom: monday,
      dueOn: "2026-03-05",
      clue: [{ returnedAt: monday }],
    });
  });
});

describe("whose turn it is with a clue", () => {
  const turn = (clues: Clue[]) =>
    turnOf({ ...deciding({ status: "clue", role: "discipline" }).matter, clue: clues });
  it("follows how far it has come", () => {
    expect([turn([clue()]), turn([accepted])]).toEqual(["clue", "clueAccepted"]);
    expect(turn([{ ...accepted, concludedAt: monday, result: "partly" }])).toBe("clueConcluded");
  });
});

it("what has its place follows how far a clue has come, as the rules decide it", () => {
  const acts = ["acceptClue", "noteClue", "concludeClue", "returnFromClue"] as const;
  for (const one of [clue(), accepted, { ...accepted, concludedAt: monday, result: "partly" as const }])
    for (const type of acts) {
      const isAllowed = typeof decided([one], sample(type)) !== "string";
      expect([type, isInPlace(type, { clue: [one] })]).toEqual([type, isAllowed]);
    }
});

it("is not offered to be erased before it is concluded", () => {
  const mayAsk = (one: Clue) => isInPlace("askErasure", { clue: [one] });
  const concluded = { ...accepted, concludedAt: monday, result: "partly" as const };
  expect([clue(), accepted, concluded].map(mayAsk)).toEqual([false, false, true]);
});

describe("a recusal", () => {
  const recusal = (of: Partial<Recusal>): Recusal => ({
    ...{
      id: "r1",
      complaintId: "c1",
      personId: null,
      departmentId: null,
      byId: "su",
      at: monday,
      reason: "本人",
    },
    ...of,
  });
  const say = (concerned: string | null, concernedDepartment: string | null, recused: Recusal[] = []) => {
    const on = deciding({ status: "submitted", role: "intake", rows: { recusal: recused } });
    const decision = decide(on, { type: "recuse", concerned, concernedDepartment, reason: "有关" });
    return decision.ok ? decision.after.recusal.at(-1) : decision.refusal;
  };

  it("names one person or one department, of those that there are", () => {
    expect(say("qin", null)).toMatchObject({ personId: "qin", departmentId: null, byId: "me" });
    expect(say(null, "d2")).toMatchObject({ personId: null, departmentId: "d2" });
    expect(say(null, null)).toBe("recuseWhom");
    expect(say("qin", "d2")).toBe("recuseWhom");
    expect(say("lin", null)).toBe("noSuchPerson");
    expect(say(null, "d9")).toBe("noSuchDepartment");
  });

  it("may be of oneself, and is on record once", () => {
    expect(say("me", null)).toMatchObject({ personId: "me" });
    expect(say("qin", null, [recusal({ personId: "qin" })])).toBe("recusedBefore");
    expect(say(null, "d2", [recusal({ departmentId: "d2" })])).toBe("recusedBefore");
    // A person of the commission has no department: a recusal of a person is none of everybody without one.
    expect(say("su", null, [recusal({ personId: "qin" })])).toMatchObject({ personId: "su" });
  });

  it("keeps the person from the complaint, and everybody of the department", () => {
    const of = (row: Partial<Recusal>) => ({ recusal: [recusal(row)] });
    expect(isRecused(of({ personId: "su" }), { personId: "su", departmentId: null })).toBe(true);
    expect(isRecused(of({ personId: "su" }), { personId: "gu", departmentId: null })).toBe(false);
    expect(isRecused(of({ departmentId: "d1" }), { personId: "zhao", departmentId: "d1" })).toBe(true);
    expect(isRecused(of({ departmentId: "d1" }), { personId: "fang", departmentId: "d2" })).toBe(false);
  });
});
