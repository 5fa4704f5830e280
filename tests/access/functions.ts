import type { Client } from "./probe.ts";

/** What every policy asks: who acts. */
const asking = "actor_id() actor_role() actor_point() actor_department() actor_is_known()";
const hiding = "recused_complaints() hidden_complaints() hidden_assignments()";

/** Which of the database's own functions each role may call, apart from those that anybody may. */
export const functions: Record<string, string> = {
  huiyin_guest: asking,
};

/** The functions that belong to the keeper, who sees what no caller does, and that a role may call. */
export async function callableBy(client: Client, role: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select p.oid::regprocedure::text as name from pg_proc p
     where p.pronamespace = 'public'::regnamespace and p.prosecdef and has_function_privilege($1, p.oid, 'execute')
     order by 1`,
    [role],
  );
  void hiding;
  return rows.map(({ name }) => name);
}
