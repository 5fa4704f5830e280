import { expect, it } from "vitest";
import { decide } from "../../../app/domain/complaint/decide.ts";
import type { Field } from "../../../db/vocabulary.ts";
import { deciding, sample } from "./sample-case.ts";

const pressed = { ...sample("recordCallBack"), pressed: true } as ReturnType<typeof sample>;

/** The days by which a withdrawn matter that is taken up on Wednesday 1 April 2026 must be triaged, and assigned. */
function takenUp(field: Field) {
  const april = new Date("2026-04-01T10:00:00+08:00");
  const withdrawn = deciding({ status: "withdrawn", role: "supervisor", complaint: { field } });
  const back = decide({ ...withdrawn, at: april }, pressed);
  if (!back.ok) return back.refusal;
  const intake = { ...deciding({ status: "submitted", role: "intake" }), at: april, matter: back.after };
  const accepted = decide(intake, sample("accept"));
  return accepted.ok && [back.after.complaint.dueOn, accepted.after.complaint.dueOn];
}

// Monday the 6th is a holiday.
it("has its days anew when it comes back, and arrears have theirs", () => {
  expect(takenUp("utilities")).toEqual(["2026-04-07", "2026-04-07"]);
  expect(takenUp("arrears")).toEqual(["2026-04-16", "2026-04-16"]);
});

it("has other days by law once it turns out to be about arrears, from the same start, and back again", () => {
  const on = (field: Field, dueRule: string) =>
    deciding({
      status: "submitted",
      role: "intake",
      complaint: { field, dueRule, triageFrom: new Date("2026-04-01T10:00:00+08:00"), dueOn: "2026-04-30" },
    });
  const sorted = (field: Field) => ({ ...sample("classify"), field }) as ReturnType<typeof sample>;
  const dueAfter = (of: Field, rule: string, field: Field) => {
    const done = decide(on(of, rule), sorted(field));
    return done.ok && done.after.complaint.dueOn;
  };
  expect(dueAfter("utilities", "triage", "arrears")).toBe("2026-04-16");
  expect(dueAfter("arrears", "arrearsAssign", "utilities")).toBe("2026-04-07");
  // Where the rule stays, so does what was promised.
  expect(dueAfter("utilities", "triage", "taxation")).toBe("2026-04-30");
});
