import { expect, it } from "vitest";
import { COMMAND_TYPES, commandFields } from "../../app/domain/complaint/commands.ts";
import { refusedField } from "../../app/ui/refused-field.ts";
import { REFUSALS } from "../../db/vocabulary.ts";

it("shows a refusal beside the field that it is about, and never beside one that the form doesn't have", () => {
  expect(refusedField("merge", "noSuchPrimary")).toBe("primary");
  expect(refusedField("merge", "departmentComplainedOf")).toBe("primary");
  expect(refusedField("assign", "departmentComplainedOf")).toBe("lead");
  expect(refusedField("assign", "leadTwice")).toBe("assisting");
  expect(refusedField("assign", "briefNamesEnterprise")).toBe("brief");
  expect(refusedField("ruleOnReturn", "returnToSelf")).toBe("department");
  expect(refusedField("askUnsealing", "unsealingDates")).toBe("until");
  expect(refusedField("decline", "wrongStatus")).toBeUndefined();
  for (const type of COMMAND_TYPES)
    for (const refusal of REFUSALS) {
      const field = refusedField(type, refusal);
      expect([type, refusal, field === undefined || field in commandFields[type]]).toEqual([
        type,
        refusal,
        true,
      ]);
    }
});
