import { and, eq, inArray } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { AccountNotice, Role } from "../../../db/vocabulary.ts";
import type { Tx } from "../access/with-actor.server.ts";
import { writeNotices } from "../notice/tell.server.ts";
import { newId } from "../people/new-id.ts";
import { requestsPath } from "./rights.ts";

const { person } = schema;

interface News {
  kind: Extract<AccountNotice, "rightsAsked" | "rightsDecided" | "accountDisabled">;
  /** The request's number; empty where there are several. */
  number: string;
  at: Date;
}

/** Tells administrators, by their role or by their ids, that something waits or was done; not what. */
export async function tellAdministrators(tx: Tx, to: Role | readonly string[], news: News): Promise<void> {
  const { kind, number, at } = news;
  const isMeant = typeof to === "string" ? eq(person.role, to) : inArray(person.id, [...to]);
  const people = await tx
    .select({ personId: person.id, locale: person.locale, mailing: person.mailing, role: person.role })
    .from(person)
    .where(and(isMeant, eq(person.status, "active"), inArray(person.role, ["sysadmin", "secadmin"])));
  const told = people.map(({ role, ...one }) => ({
    ...one,
    ...{ kind, number, dueOn: null, complaintId: null, path: requestsPath(role) },
  }));
  await writeNotices(tx, told, { eventId: newId(), createdAt: at, journey: null });
}
