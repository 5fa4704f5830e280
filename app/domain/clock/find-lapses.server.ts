import { and, eq, lt, sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import { officeDay } from "./day.ts";
import type { Finder } from "./finder.server.ts";

const { complaint } = schema;

/** The enterprise's silence in a status, past its day. */
const silenceIn =
  (status: "supplementing" | "feedback", lapse: "lapseSupplement" | "lapseEvaluation"): Finder =>
  async (tx, { at, limit }) => {
    const rows = await tx
      .select({ number: complaint.number })
      .from(complaint)
      .where(and(eq(complaint.status, status), lt(complaint.dueOn, officeDay(at))))
      .orderBy(sql`random()`)
      .limit(limit);
    const command = lapse === "lapseSupplement" ? { type: lapse } : { type: lapse, reason: "" };
    return rows.map(({ number }) => ({ number, command }));
  };

/** Finds where the enterprise said nothing in time: neither more of its matter nor what it thinks of the answer. */
export const findLapses: readonly Finder[] = [
  silenceIn("supplementing", "lapseSupplement"),
  silenceIn("feedback", "lapseEvaluation"),
];
