import { and, eq } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { NoticeKind } from "../../../db/vocabulary.ts";
import type { Tx } from "../access/with-actor.server.ts";
import { whoHears } from "../complaint/lifecycle.ts";
import { noteSealedNews } from "../custody/news.server.ts";
import { newId } from "../people/new-id.ts";
import type { Telling } from "./tell.server.ts";

const { complaint } = schema;

type Told = Pick<Telling, "tells" | "complaint" | "reporter" | "eventId" | "at" | "dueOn">;

/** A line for the enterprise of a sealed matter, which finds it by its mark; no person, and no mail. */
interface SealedLine {
  reporterId: string;
  complaintId: string;
  kind: NoticeKind;
  number: string;
  dueOn: string | null;
}

async function sealedLines(tx: Tx, on: Told): Promise<SealedLine[]> {
  const { id: complaintId, number, reporterId } = on.complaint;
  const dueOn = on.dueOn ?? on.complaint.dueOn;
  const lines: SealedLine[] = [];
  for (const [audience, kind] of whoHears(on.tells)) {
    if (audience === "enterprise" && on.reporter.personId === null)
      lines.push({ reporterId, complaintId, kind, number, dueOn });
    if (audience !== "followers") continue;
    const rows = await tx
      .select({ reporterId: complaint.reporterId, complaintId: complaint.id, number: complaint.number })
      .from(complaint)
      .where(and(eq(complaint.primaryId, on.complaint.id), eq(complaint.disclosure, "sealed")));
    lines.push(...rows.map((row) => ({ ...row, kind, dueOn: null })));
  }
  return lines;
}

/** Writes what the enterprises of sealed matters are told of an act, and notes that they have news. */
export async function writeSealedLines(tx: Tx, on: Told) {
  const common = { eventId: on.eventId, createdAt: on.at };
  for (const line of await sealedLines(tx, on)) {
    const path = `/liaison/complaints/${line.number}`;
    await tx.insert(schema.notice).values({ id: newId(), ...line, ...common, path });
    await noteSealedNews(tx, line.reporterId, on.at);
  }
}
