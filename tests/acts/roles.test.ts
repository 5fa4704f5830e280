import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "../support/database.ts";

let db: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  db = await testDatabase();
});

/** Runs a statement as the application would under a role, and gives the error's code, or null. */
async function as(role: string, statement: string): Promise<string | null> {
  try {
    await db.query(`begin; set local role huiyin_${role}; ${statement}; rollback`, undefined as never);
    return null;
  } catch (error) {
    await db.query("rollback", undefined as never).catch(() => {});
    return (error as { code?: string }).code ?? "unknown";
  }
}

const DENIED = "42501";

describe("what the database itself refuses", () => {
  it.each([
    "complaint",
    "liaison_point",
    "attachment",
    "event",
    "person",
    "evaluation",
    "answer",
    "call_back",
    "question",
  ])("a department has no way to %s", async (table) => {
    expect(await as("department", `select * from ${table}`)).toBe(DENIED);
  });

  it("a department reads its assignments without the key of the complaint", async () => {
    expect(await as("department", "select code, brief, reply_due_on from assignment")).toBeNull();
    expect(await as("department", "select complaint_id from assignment")).toBe(DENIED);
    expect(await as("department", "select attachment_id from released_attachment")).toBe(DENIED);
  });

  it.each(["sysadmin", "secadmin", "auditor", "leader", "worker", "guest", "custodian"])(
    "%s reads no complaint",
    async (role) => {
      expect(await as(role, "select * from complaint")).toBe(DENIED);
      expect(await as(role, "select * from assignment")).toBe(DENIED);
    },
  );

  it.each(["intake", "supervisor", "liaison", "department", "sysadmin", "guest"])(
    "%s writes no complaint, only the registrar does",
    async (role) => {
      expect(await as(role, "update complaint set status = 'closed'")).toBe(DENIED);
      expect(await as("registrar", "update complaint set title = title")).toBeNull();
    },
  );

  it("nobody changes an event", async () => {
    expect(await as("registrar", "update event set at = now()")).toBe(DENIED);
    expect(await as("registrar", "delete from event")).toBe(DENIED);
  });
});
