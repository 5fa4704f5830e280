import { sql } from "drizzle-orm";
import type { LinkPurpose, Locale, PersonStatus, Role } from "../../../db/vocabulary.ts";
import { guest } from "../access/actor.ts";
import { withActor } from "../access/with-actor.server.ts";
import { linkIdIn } from "./link-secret.ts";

/** A mailed one-time link and the person to whom it was mailed. */
export interface OpenedLink {
  id: string;
  purpose: LinkPurpose;
  complaintId: string | null;
  expiresAt: Date;
  usedAt: Date | null;
  voided: boolean;
  personId: string;
  name: string;
  nameEn: string | null;
  role: Role;
  status: PersonStatus;
  locale: Locale;
  liaisonPointId: string | null;
}

type Row = Omit<OpenedLink, "expiresAt" | "usedAt"> & { expiresAt: string; usedAt: string | null };

/** What a token opens, whether it still works or not; undefined for one that this application has not made. */
export async function openLink(applicationSecret: string, token: string): Promise<OpenedLink | undefined> {
  const linkId = linkIdIn(applicationSecret, token);
  if (linkId === null) return undefined;
  const { rows } = await withActor(guest, "read", (tx) =>
    tx.execute<Row & Record<string, unknown>>(sql`
      select id, purpose, complaint_id as "complaintId", expires_at as "expiresAt", used_at as "usedAt", voided,
        person_id as "personId", name, name_en as "nameEn", role, status, locale, liaison_point_id as "liaisonPointId"
      from door_link(${linkId})`),
  );
  const [row] = rows;
  if (!row) return undefined;
  return { ...row, expiresAt: new Date(row.expiresAt), usedAt: row.usedAt ? new Date(row.usedAt) : null };
}
