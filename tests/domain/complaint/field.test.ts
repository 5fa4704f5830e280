import { expect, it } from "vitest";
import { commandFields } from "../../../app/domain/complaint/commands.ts";
import { parseFields } from "../../../app/domain/complaint/field.ts";

function merged(primary: string) {
  const form = new FormData();
  form.set("primary", primary);
  form.set("reason", "同一件事。");
  return parseFields(commandFields.merge, form);
}

it("reads a number as it is typed on a Chinese keyboard, and no other text as one", () => {
  const read = { ok: true, values: { primary: "HY2026-00123", reason: "同一件事。" } };
  for (const typed of ["HY2026-00123", " hy2026-00123 ", "ＨＹ２０２６－００１２３"])
    expect(merged(typed)).toEqual(read);
  for (const typed of ["00123", "HY2026-123", "HY2026-00123甲"])
    expect(merged(typed)).toEqual({ ok: false, errors: { primary: "notANumber" } });
});
