import { describe, expect, it } from "vitest";
import { COMMAND_TYPES, commandFields } from "../../../app/domain/complaint/commands.ts";
import { decide } from "../../../app/domain/complaint/decide.ts";
import { nothingReported } from "../../../app/domain/complaint/marks.ts";
import { TELLING, toldField } from "../../../app/domain/complaint/told.ts";
import type { Disclosure } from "../../../db/vocabulary.ts";
import { anAssignment, deciding } from "./sample-case.ts";

const refusalOf = (on: Parameters<typeof decide>[0], command: Parameters<typeof decide>[1]) => {
  const decision = decide(on, command);
  return decision.ok ? null : decision.refusal;
};

describe("words of the commission that a department reads", () => {
  const original = {
    ...nothingReported,
    number: ["13800138000"],
    shortName: ["云岭"],
    person: ["林知微"],
    copied: ["三次补正意见每次都不一样，开工一再推迟"],
  };
  const onReply = (disclosure: Disclosure) => {
    const rows = { assignment: [anAssignment("replied")] };
    const on = deciding({ status: "verifying", role: "supervisor", rows, complaint: { disclosure } });
    return { ...on, around: { ...on.around, original } };
  };

  it.each(["请联系林知微", "云 岭说的", "每次都不一样，开工一再推迟"])(
    "that may give the enterprise away need a reason: %s",
    (missing) => {
      const on = onReply("confidential");
      const refused = decide(on, { type: "sendBackReply", missing });
      expect(refused).toMatchObject({ ok: false, refusal: "wordsMarked" });
      expect(!refused.ok && refused.marks?.missing?.length).toBe(1);
      const markReason = "部门已经知道是哪一家";
      expect(refusalOf(on, { type: "sendBackReply", missing, markReason })).toBeNull();
      expect(refusalOf(on, { type: "sendBackReply", missing, markReason: "" })).toBe("wordsMarked");
    },
  );

  it("with a number are refused whatever the reason, but where the enterprise agreed to be named", () => {
    const said = { type: "sendBackReply", missing: "请打 138 0013 8000", markReason: "急" } as const;
    expect(refusalOf(onReply("confidential"), said)).toBe("briefNamesEnterprise");
    expect(refusalOf(onReply("sealed"), said)).toBe("briefNamesEnterprise");
    expect(refusalOf(onReply("named"), said)).toBeNull();
    expect(refusalOf(onReply("named"), { ...said, markReason: null })).toBe("wordsMarked");
  });

  it("stand in the forms with a field for the reason, in every act that a department may read", () => {
    for (const type of TELLING)
      expect([type, Object.keys(commandFields[type])]).toEqual([
        type,
        expect.arrayContaining([toldField(type), "markReason"]),
      ]);
    for (const type of COMMAND_TYPES)
      if (!TELLING.includes(type)) expect(Object.keys(commandFields[type])).not.toContain("markReason");
  });

  it("of the department itself are nobody's to mark", () => {
    const rows = { assignment: [anAssignment("signed")] };
    const on = deciding({ status: "handling", role: "department", rows });
    const said = { type: "reply", words: "已联系林知微", evidence: [] } as const;
    expect(refusalOf({ ...on, around: { ...on.around, original } }, { ...said, evidence: [] })).toBeNull();
  });
});
