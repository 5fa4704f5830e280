import { createHash, randomBytes } from "node:crypto";
import type { ComplaintStatus, Role } from "../../db/vocabulary.ts";
import { COMPLAINT_STATUSES, ROLES } from "../../db/vocabulary.ts";

export type Ask = <Row>(text: string, values?: unknown[]) => Promise<Row[]>;

/** How somebody stands to a complaint. */
export type Relation = "own" | "free" | "recused" | "lead" | "assisting" | "stranger";

/** Somebody who tries, with the cookie and the key of a session. */
export interface Somebody {
  role: Role | "guest";
  cookie: string;
  key: string;
}

/** A complaint in one status, and who stands to it how. */
export interface Subject {
  status: ComplaintStatus;
  id: string;
  number: string;
  /** The assignments' codes, by the relation of their departments; empty before there are any. */
  codes: Partial<Record<Relation, string>>;
  /** The lead's, or one that nobody has: a form always names one, and what it says is judged after that. */
  assignmentId: string;
  /** Likewise. */
  measureId: string;
  /** Somebody of the commission, for forms that name one. */
  somebodyId: string;
  tries: { who: Somebody; relation: Relation }[];
}

/** Signs somebody in behind the application's back, for as long as a matrix may take, and never asked once more who they are. */
async function signIn(ask: Ask, role: Role, personId: string): Promise<Somebody> {
  const [id, secret] = [randomBytes(12).toString("base64url"), randomBytes(32).toString("base64url")];
  const hash = createHash("sha256").update(secret).digest();
  await ask(
    `insert into session (id, secret_hash, person_id, created_at, last_seen_at, ends_at, proved_at)
     values ($1, $2, $3, now(), now() + interval '7 days', now() + interval '7 days', now() + interval '7 days')`,
    [id, hash, personId],
  );
  return { role, cookie: `huiyin_session=${id}.${secret}`, key: `session:${hash.toString("hex")}` };
}

const guest: Somebody = { role: "guest", cookie: "", key: "" };

async function newcomer(ask: Ask, role: Role, name: string): Promise<string> {
  const [row] = await ask<{ id: string }>(
    `insert into person (id, name, email, role, status, created_at)
     values (uuidv7(), $1, $1 || '@matrix.example', $2, 'active', now()) returning id`,
    [name, role],
  );
  return row?.id ?? "";
}

async function personOf(ask: Ask, condition: string, values: unknown[] = []): Promise<string> {
  const [row] = await ask<{ id: string }>(
    `select id from person where status = 'active' and ${condition} order by email limit 1`,
    values,
  );
  if (!row) throw new Error(`nobody in the city is: ${condition}`);
  return row.id;
}

/** The complaints that everything is tried on, one for each status, and everybody who tries. */
export async function subjectsOf(ask: Ask): Promise<Subject[]> {
  const recused = new Map<Role, string>();
  for (const role of ["intake", "supervisor", "discipline"] as const)
    recused.set(role, await newcomer(ask, role, `recused-${role}`));
  const others: Somebody[] = [guest];
  for (const role of ROLES) {
    if (["liaison", "department"].includes(role)) continue;
    const id = await personOf(ask, "role = $1", [role]).catch(() => newcomer(ask, role, `new-${role}`));
    others.push(await signIn(ask, role, id));
  }
  const kept: Somebody[] = [];
  for (const [role, id] of recused) kept.push(await signIn(ask, role, id));
  const subjects: Subject[] = [];
  for (const status of COMPLAINT_STATUSES) {
    const subject = await subjectOf(ask, status);
    for (const id of recused.values())
      await ask(
        `insert into recusal (id, complaint_id, person_id, by_id, at, reason) values (uuidv7(), $1, $2, $2, now(), '')`,
        [subject.id, id],
      );
    subject.tries.push(
      ...others.map((who) => ({ who, relation: "free" as const })),
      ...kept.map((who) => ({ who, relation: "recused" as const })),
    );
    subjects.push(subject);
  }
  return subjects;
}

const NOBODYS = "0198c0de-0000-7000-8000-000000000000";

async function subjectOf(ask: Ask, status: ComplaintStatus): Promise<Subject> {
  const [row] = await ask<Record<"id" | "number" | "owner" | "point", string> & { measure: string | null }>(
    `select c.id, c.number, r.person_id as owner, r.liaison_point_id as point,
       (select m.id from measure m join assignment a on a.id = m.assignment_id
         where a.complaint_id = c.id order by m.id limit 1) as measure
     from complaint c
       join reporter r on r.id = c.reporter_id and r.person_id is not null
     where c.status = $1 and not exists (select from recusal x where x.complaint_id = c.id)
     order by (select count(*) from assignment a where a.complaint_id = c.id and a.status <> 'recalled') desc,
       c.submitted_at desc limit 1`,
    [status],
  );
  if (!row) throw new Error(`the city has no complaint that is ${status}`);
  const { id, number, owner, point, measure } = row;
  const subject: Subject = {
    status,
    id,
    number,
    codes: {},
    assignmentId: NOBODYS,
    measureId: measure ?? NOBODYS,
    somebodyId: await personOf(ask, "role = 'intake'"),
    tries: [],
  };
  subject.tries.push(
    { who: await signIn(ask, "liaison", owner), relation: "own" },
    {
      who: await signIn(
        ask,
        "liaison",
        await personOf(ask, "role = 'liaison' and liaison_point_id <> $1", [point]),
      ),
      relation: "stranger",
    },
  );
  const hands = await ask<{ id: string; code: string; part: "lead" | "assisting"; department: string }>(
    `select distinct on (part) id, code, part, department_id as department from assignment
     where complaint_id = $1 and status <> 'recalled' order by part, id`,
    [id],
  );
  const officer = (condition: string, value: string) =>
    personOf(ask, `role = 'department' and ${condition}`, [value]);
  for (const { id, code, part, department } of hands) {
    subject.codes[part] = code;
    if (part === "lead") subject.assignmentId = id;
    const who = await signIn(ask, "department", await officer("department_id = $1", department));
    subject.tries.push({ who, relation: part });
  }
  const stranger = await officer(
    "department_id not in (select department_id from assignment where complaint_id = $1)",
    id,
  );
  subject.tries.push({ who: await signIn(ask, "department", stranger), relation: "stranger" });
  return subject;
}
