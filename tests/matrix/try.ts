import type { CommandType } from "../../app/domain/complaint/commands.ts";
import { commandFields, slugOf } from "../../app/domain/complaint/commands.ts";
import type { FieldSpec } from "../../app/domain/complaint/field.ts";
import type { Answer } from "./expected.ts";
import type { Ask, Relation, Somebody, Subject } from "./subject.ts";

/** Acts about who reported, which have a page of their own. */
const OF_IDENTITY: readonly CommandType[] = ["askUnsealing", "endUnsealing"];

/** Where the pages of a role take an act; those who have none try the commission's. */
function placeOf(
  { role }: Somebody,
  relation: Relation,
  { number, codes }: Subject,
  act: CommandType,
): string {
  if (role === "custodian") return "/custody";
  if (role === "liaison") return `/liaison/complaints/${number}`;
  const identity = OF_IDENTITY.includes(act) ? "/identity" : "";
  if (role === "discipline") return `/clues/${number}${identity}`;
  if (role !== "department") return `/desk/complaints/${number}${identity}`;
  // A stranger to it tries the code of somebody else; before there is one, one that is nobody's.
  return `/department/assignments/${codes[relation] ?? codes.lead ?? "JB-2222-2222"}`;
}

function valueFor(spec: FieldSpec, personId: string): string | null {
  if (spec.optional) return null;
  switch (spec.kind) {
    case "choice":
      return spec.options[0] ?? "";
    case "day":
      return "2026-12-31";
    case "department":
      return "finance";
    case "person":
      return personId;
    case "number":
      return "HY2020-00001";
    case "text":
    case "long":
      return "依职权试一试，不会留下什么。";
    default:
      return null;
  }
}

function formFor(act: CommandType, subject: Subject): URLSearchParams {
  const { number, assignmentId, measureId, somebodyId } = subject;
  const form = new URLSearchParams({ number, assignmentId, measureId });
  for (const [name, spec] of Object.entries<FieldSpec>(commandFields[act])) {
    const value = valueFor(spec, somebodyId);
    if (value !== null) form.set(name, value);
  }
  return form;
}

/** Sends the form of an act as its page would, and says what came of it. */
export async function tryByHttp(
  address: string,
  subject: Subject,
  who: Somebody,
  relation: Relation,
  act: CommandType,
): Promise<Answer> {
  const response = await fetch(`${address}${placeOf(who, relation, subject, act)}/${slugOf(act)}.data`, {
    method: "POST",
    body: formFor(act, subject),
    redirect: "manual",
    headers: { Cookie: who.cookie, Origin: address, "Sec-Fetch-Site": "same-origin" },
  });
  const body = await response.text();
  if (response.status === 404) return "gone";
  if (/"(notAllowed|wrongStatus)"/.test(body)) return "refused";
  return /\/sign-in/.test(`${response.headers.get("location")}${body}`) ? "door" : "let by";
}

/** What a statement under somebody's own role comes to: so many rows, or denied. */
async function underRole(
  ask: Ask,
  { role, key }: Somebody,
  statement: string,
  values: unknown[],
): Promise<number | "denied"> {
  await ask("begin");
  try {
    await ask(`set local role huiyin_${role}`);
    await ask("select set_config('huiyin.key', $1, true)", [key]);
    return (await ask(statement, values)).length;
  } catch (error) {
    if ((error as { code?: string }).code === "42501") return "denied";
    throw error;
  } finally {
    await ask("rollback");
  }
}

/** Looks for the complaint, and tries to do by a plain statement what the act would do. */
export async function tryBySql(ask: Ask, { id, status }: Subject, who: Somebody, act: CommandType) {
  const seen = await underRole(ask, who, "select 1 from complaint where id = $1", [id]);
  const moved = await underRole(
    ask,
    who,
    "update complaint set version = version + 1 where id = $1 returning 1",
    [id],
  );
  const written = await underRole(
    ask,
    who,
    `insert into event (id, complaint_id, command, actor_kind, at, to_status, said, changes, version)
     values (uuidv7(), $1, $2, $3, now(), $4, '{}', '[]', 1) returning 1`,
    [id, act, who.role, status],
  );
  return { isSeen: seen === 1, isWritten: moved !== "denied" || written !== "denied" };
}
