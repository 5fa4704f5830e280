import { storySession } from "../../db/seed/sign-in.ts";
import type { TestDatabase } from "./database.ts";

/** Signs somebody in behind the application's back; what an actor carries of it. */
export async function storyHolder(db: TestDatabase, personId: string) {
  const { row, holder } = storySession(personId, new Date("2025-01-01T01:00:00Z"));
  await db.query(
    `insert into session (id, secret_hash, person_id, created_at, last_seen_at, ends_at, proved_at, device)
     values ($1, $2, $3, $4, $4, $5, $5, $6)`,
    [row.id, row.secretHash, personId, row.createdAt, row.endsAt, row.device],
  );
  return holder;
}
