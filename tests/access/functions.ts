import type { Client } from "./probe.ts";

/** Who acts, and the hash of one's own password. */
const oneself =
  "actor_id(); actor_role(); own_password_hash(); own_password_facts(); own_password_set(text,text,timestamp with time zone,integer,text)";
/** What a reader is kept from, and what may be looked for without it. */
const hiding = "hidden_assignments(); hidden_complaints(); recused_complaints()";
const search = "found_complaints(tsquery,integer)";
const span = "unsettled_complaints(timestamp with time zone)";
const instant = "timestamp with time zone";
const rights = `decide_rights(uuid,text,text,${instant}); disable_person(uuid,text,${instant}); found_office(jsonb,${instant}); point_has_contact(uuid)`;

/** Which functions of the keeper's, who sees what no caller does, each role may call; the keeper itself all. */
const functions: Record<string, string> = {
  huiyin_guest: [
    `door_account(text,text,bytea,${instant})`,
    "door_is_whole(bytea)",
    "door_knows(text,bytea)",
    "door_password_facts(uuid)",
    "door_raise(uuid,text,text)",
    "door_refund(bytea[],double precision[])",
    `door_renew(uuid,text,text,${instant},integer)`,
    `door_spend(bytea[],double precision[],double precision[],${instant})`,
    `door_welcome(text,bytea,uuid,text,${instant},${instant},integer)`,
    "door_end_others()",
    "door_exchange(bytea)",
    `door_enter(text,bytea,uuid,${instant},${instant},text,text)`,
    "door_enroller()",
    "door_holder()",
    `door_prove(${instant},${instant},integer)`,
    "door_standing(uuid)",
    `door_try(${instant},integer,integer)`,
    "door_link(uuid)",
    `door_redeem(uuid,text,${instant},text,integer)`,
    `door_session(text,bytea,${instant})`,
    `door_tell(uuid,uuid,text,text,${instant})`,
    `door_stay(bytea,${instant},${instant})`,
    `door_halve(bytea,${instant})`,
    `door_use_link(uuid,${instant})`,
    "is_submission(uuid,text)",
  ].join("; "),
  huiyin_liaison: `${oneself}; actor_point(); is_own_complaint(uuid); receipt_of(uuid); told_words(uuid); who_asked(uuid)`,
  huiyin_intake: `${oneself}; ${hiding}; ${search}; ${span}`,
  huiyin_supervisor: `${oneself}; ${hiding}; ${search}; ${span}`,
  huiyin_discipline: `${oneself}; ${hiding}; ${search}`,
  huiyin_custodian: oneself,
  huiyin_department: `${oneself}; actor_department(); accepted_at(uuid); write_off_stage(uuid); recused_complaints()`,
  huiyin_leader: `${oneself}; hidden_assignments(); recused_complaints()`,
  huiyin_sysadmin: oneself,
  huiyin_secadmin: oneself,
  huiyin_auditor: `${oneself}; trail_people(text)`,
  huiyin_registrar: `actor_id(); actor_role(); actor_is_known(); erase_complaint(uuid); unfinished_erasures(); ${rights}; ${search}; ${span}`,
  huiyin_broker: "actor_id()",
  huiyin_worker: "is_submission(uuid,text)",
};

/** Where a role may call other functions of the keeper's than is written down. */
export async function callsWrong(client: Client, role: string): Promise<string[]> {
  if (role === "huiyin_keeper") return [];
  const { rows } = await client.query<{ name: string }>(
    `select p.oid::regprocedure::text as name from pg_proc p
     where p.pronamespace = 'public'::regnamespace and p.prosecdef and has_function_privilege($1, p.oid, 'execute')`,
    [role],
  );
  const found = rows.map(({ name }) => name).sort();
  const written = (functions[role] ?? "").split("; ").filter(Boolean).sort();
  return JSON.stringify(found) === JSON.stringify(written) ? [] : [`${role} calls ${found.join("; ")}`];
}
