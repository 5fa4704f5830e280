import { sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";

/** A complaint's due date for sorting, as the indexes have it: what has none comes after every date. */
export const dueOrder = sql`(case when ${schema.complaint.dueOn} is null then 'infinity' else ${schema.complaint.dueOn} end)`;
