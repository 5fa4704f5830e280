import { and, desc, eq, ne } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { Tx } from "../access/with-actor.server.ts";
import type { Complaint } from "../complaint/complaint.ts";
import { seen } from "../figure/dictionary.server.ts";
import { mostLed, type Similarity, type Suggestion, similarity, similarityOf } from "./similar.ts";

const { complaint, department } = schema;

/** The newest of a field are compared: enough to find what repeats, and bounded whatever the years bring. */
const COMPARED = 300;
const SHOWN = 5;
const LEAD_OF = 12;

/** The complaints most like this one, and who led such matters before. Clues are not among them. */
export async function findSimilar(tx: Tx, to: Complaint) {
  const rows = await tx
    .select({
      number: complaint.number,
      title: complaint.title,
      description: complaint.description,
      field: complaint.field,
      conduct: complaint.conduct,
      status: complaint.status,
      leadDepartmentId: complaint.leadDepartmentId,
      lead: department.name,
      leadEn: department.nameEn,
    })
    .from(complaint)
    .leftJoin(department, eq(department.id, complaint.leadDepartmentId))
    .where(and(eq(complaint.field, to.field), ne(complaint.id, to.id), seen))
    .orderBy(desc(complaint.submittedAt), desc(complaint.id))
    .limit(COMPARED);
  const alike = rows
    .map(({ description, ...row }) => {
      const score = similarity(to, { ...row, description });
      return { ...row, score, alike: similarityOf(score) };
    })
    .toSorted((a, b) => b.score - a.score);
  return {
    similar: alike.flatMap(({ alike, ...row }) => (alike ? [{ ...row, alike }] : [])).slice(0, SHOWN),
    suggestion: suggested(alike, to),
  };
}

interface Led {
  alike: Similarity | null;
  conduct: string;
  leadDepartmentId: string | null;
}

function suggested(rows: readonly Led[], to: Complaint): Suggestion | null {
  const leadsOf = (some: readonly Led[]) =>
    some.flatMap((row) => row.leadDepartmentId ?? []).slice(0, LEAD_OF);
  return (
    mostLed(leadsOf(rows.filter((row) => row.alike)), "similar") ??
    mostLed(leadsOf(rows.filter((row) => row.conduct === to.conduct)), "sameKind")
  );
}
