import type pg from "pg";
import { newId } from "../../app/domain/people/new-id.ts";
import { hashPassword } from "../../app/domain/people/password.server.ts";
import type { PersonStatus } from "../../db/vocabulary.ts";

/** What everybody's password is in the town that is attacked; nobody guesses it. */
export const townPassword = "nobody in this town would guess it";

export const emailOf = (nth: number) => `person-${nth}@town.example`;

type Query = Pick<pg.Pool, "query">;

/** Opens so many accounts behind the application's back, with a hash at the cost that is set. */
export async function openTown(
  owner: Query,
  people: number,
  at: Date,
  status: PersonStatus = "active",
  from = 0,
) {
  const hash = await hashPassword(townPassword);
  const numbers = Array.from({ length: people }, (_, nth) => from + nth);
  await owner.query(
    `insert into person (id, name, email, role, status, password_hash, password_set_at, created_at)
     select p.id, '某人', p.email, 'intake', $3, $4, $5, $5 from unnest($1::uuid[], $2::text[]) p (id, email)`,
    [numbers.map(() => newId()), numbers.map(emailOf), status, status === "invited" ? null : hash, at],
  );
}
