import { and, count, desc, eq, ne } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { Tx } from "../access/with-actor.server.ts";
import type { Complaint } from "../complaint/complaint.ts";
import { seen } from "../figure/dictionary.server.ts";
import { filterQuery } from "./filter.ts";
import { mostLed, type Suggestion, similarity, similarityOf } from "./similar.ts";

const { complaint, department } = schema;

/** The newest of a field are compared: enough to find what repeats, and bounded whatever the years bring. */
const COMPARED = 300;
const SHOWN = 5;

/** The complaints most like this one. Clues are not among them. */
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
  return alike.flatMap(({ alike, ...row }) => (alike ? [{ ...row, alike }] : [])).slice(0, SHOWN);
}

/** Who led most of the complaints of a field and conduct, or else of the field; null where nobody stands out. */
export async function suggestLead(
  tx: Tx,
  { field, conduct }: Pick<Complaint, "field" | "conduct">,
): Promise<Suggestion | null> {
  return (await ledOf(tx, "sameKind", { field, conduct })) ?? ledOf(tx, "sameField", { field });
}

type Kind = Pick<Complaint, "field"> & Partial<Pick<Complaint, "conduct">>;

/** Counted as the ledger counts, so that the number opens its list. */
async function ledOf(tx: Tx, among: Suggestion["among"], kind: Kind): Promise<Suggestion | null> {
  const { id: departmentId, code: lead, validUntil } = department;
  const counts = await tx
    .select({ departmentId, lead, validUntil, led: count() })
    .from(complaint)
    .innerJoin(department, eq(departmentId, complaint.leadDepartmentId))
    .where(and(eq(complaint.field, kind.field), kind.conduct && eq(complaint.conduct, kind.conduct), seen))
    .groupBy(departmentId);
  const most = mostLed(counts);
  // One that is no more can't be given anything.
  if (!most || most.validUntil !== null) return null;
  const to = `/desk/ledger${filterQuery({ ...kind, lead: most.lead, sort: "submitted" })}`;
  return { departmentId: most.departmentId, led: most.led, of: most.of, among, to };
}
