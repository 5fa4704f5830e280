import { must, worker } from "../../app/domain/access/actor.ts";
import { addFiles, startDraft } from "../../app/domain/complaint/draft.server.ts";
import { submit } from "../../app/domain/complaint/submit.server.ts";
import { newId } from "../../app/domain/people/new-id.ts";
import { assignTo } from "./course.ts";
import type { TestDatabase } from "./database.ts";
import { aSubmission, does, idOf, type Office, shanghai } from "./office.ts";

/** The word that stands in everything that anybody says of such a matter. */
export const MARK = "澄心堂纸";

const file = (name: string) => ({
  ...{ id: newId(), name: `${MARK}${name}.pdf`, type: "pdf" as const, bytes: 9, sha256: "ab" },
  storageKey: newId(),
});
/** A matter through every hand, with the same word in everything that anybody said; written off and looked back upon twice. */
export async function lived(office: Office, db: TestDatabase) {
  const draftId = await startDraft(office.lin, newId(), shanghai("2026-03-02 09:00"));
  await db.query("update draft set said = $2 where id = $1", [draftId, JSON.stringify({ title: MARK })]);
  const at = shanghai("2026-03-02 09:30");
  await addFiles(office.lin, draftId, [file("一")], at);
  const said = {
    ...aSubmission,
    draftId,
    title: `${MARK}补正三次`,
    description: MARK,
    about: MARK,
    place: MARK,
  };
  const { number } = await submit(office.lin, said, at);
  const on = { number };
  await does(office.su, on, { type: "askSupplement", question: MARK }, "2026-03-02 10:00");
  const answer = { type: "supplement" as const, answer: MARK, attachments: [file("二")] };
  await does(office.lin, on, answer, "2026-03-02 11:00");
  await does(
    office.su,
    on,
    { ...assignTo(office.construction), brief: `核实${MARK}`, markReason: "x" },
    "2026-03-02 14:00",
  );
  const complaintId = await idOf(db, number);
  const [hand] = await db.query<{ id: string; code: string }>(
    "select id, code from assignment where complaint_id = $1",
    [complaintId],
  );
  const { id: assignmentId, code } = must(hand, "an assignment");
  const held = { code };
  await does(office.zhao, held, { type: "sign", officer: MARK }, "2026-03-02 15:00");
  await does(office.zhao, held, { type: "recordFirstContact", way: "phone", note: MARK }, "2026-03-03 10:00");
  await does(
    office.zhao,
    held,
    { type: "askExtension", until: "2026-03-10", reason: MARK },
    "2026-03-03 11:00",
  );
  const ruling = {
    type: "ruleOnExtension" as const,
    decision: "granted" as const,
    reason: MARK,
    markReason: "x",
  };
  await does(office.gu, on, ruling, "2026-03-03 14:00", { assignmentId });
  await does(
    office.zhao,
    held,
    { type: "promiseMeasure", words: MARK, owner: MARK, dueOn: "2026-03-20" },
    "2026-03-04 10:00",
  );
  await does(office.zhao, held, { type: "reply", words: MARK, evidence: [file("三")] }, "2026-03-04 11:00");
  await does(office.gu, on, { type: "acceptReply", note: MARK, markReason: "x" }, "2026-03-04 14:00", {
    assignmentId,
  });
  await does(office.gu, on, { type: "feedBack", words: MARK }, "2026-03-04 15:00");
  const rating = {
    type: "evaluate" as const,
    rating: "satisfied" as const,
    solved: "solved" as const,
    reason: MARK,
  };
  await does(office.lin, on, rating, "2026-03-05 10:00");
  const [measure] = await db.query<{ id: string }>("select id from measure where assignment_id = $1", [
    assignmentId,
  ]);
  const measureId = must(measure, "a measure").id;
  await does(
    office.zhao,
    held,
    { type: "reportMeasure", report: MARK, evidence: [file("四")] },
    "2026-03-06 10:00",
    { measureId },
  );
  await does(
    office.gu,
    on,
    { type: "recordCallBack", solved: "solved", pressed: false, words: MARK },
    "2026-03-06 11:00",
  );
  await does(office.gu, on, { type: "confirmMeasure", note: MARK, markReason: "x" }, "2026-03-06 14:00", {
    measureId,
  });
  await does(office.gu, on, { type: "noteReference", suggestion: MARK }, "2026-03-06 14:30");
  await does(
    office.gu,
    on,
    { type: "recuse", concerned: office.liang.personId, concernedDepartment: null, reason: MARK },
    "2026-03-06 14:40",
  );
  await does(office.gu, on, { type: "applyWriteOff", words: MARK, markReason: "x" }, "2026-03-06 15:00");
  await does(office.shen, on, { type: "approveWriteOff", words: MARK }, "2026-03-06 16:00");
  await does(worker, on, { type: "askRetaliation", nth: "30" }, "2026-04-07 10:00");
  await does(
    office.lin,
    on,
    { type: "answerQuestion", worse: "no", words: MARK, attachments: [] },
    "2026-04-07 11:00",
  );
  for (const day of ["2026-06-08", "2026-09-08"])
    await does(
      office.shen,
      on,
      { type: "lookBack", result: "held", words: MARK, markReason: "x" },
      `${day} 10:00`,
    );
  return { number, on, complaintId, assignmentId };
}

/** Rows that take more than these people: a released copy, a letter, a request to know who reported. */
export async function besides(
  office: Office,
  db: TestDatabase,
  { complaintId, assignmentId }: Awaited<ReturnType<typeof lived>>,
) {
  await db.query(
    `insert into cleaned_copy (attachment_id, cleaner, bytes, sha256, storage_key, text, cleaned_at)
       select id, 1, 9, 'cd', 'cleaned-' || id, $2, now() from attachment where complaint_id = $1`,
    [complaintId, MARK],
  );
  await db.query(
    `insert into released_attachment (id, name, type, bytes, sha256, storage_key, assignment_id, attachment_id, released_at)
       select gen_random_uuid(), $2, 'pdf', 9, 'cd', 'cleaned-' || id, $3, id, now() from attachment where complaint_id = $1`,
    [complaintId, MARK, assignmentId],
  );
  await db.query(
    `with rung as (insert into ladder_step (id, complaint_id, assignment_id, rung, due_on, came_on, climbed_at)
         values (gen_random_uuid(), $1, $2, 'urging', '2026-03-09', '2026-03-10', now()) returning id)
       insert into urging (id, year, serial, ladder_step_id, complaint_id, assignment_id, issued_at, due_on, answer_by, about)
         select gen_random_uuid(), 2026, 9, id, $1, $2, now(), '2026-03-09', '2026-03-12', $3 from rung`,
    [complaintId, assignmentId, MARK],
  );
  await db.query(
    `with asked as (insert into unsealing (id, complaint_id, asked_by_id, reader_id, purpose, until_on, asked_at, ended_at)
         values (gen_random_uuid(), $1, $2, $2, $4, '2026-03-09', now(), now()) returning id)
       insert into unsealing_vote (id, complaint_id, unsealing_id, custodian_id, approved, reason, at)
         select gen_random_uuid(), $1, id, $3, true, $4, now() from asked`,
    [complaintId, office.gu.personId, office.yan.personId, MARK],
  );
  await db.query(
    `update assignment set named_point = $2, return_reason = $2, ruling_reason = $2, missing = $2 where complaint_id = $1`,
    [complaintId, MARK],
  );
  await db.query("update assignment_step set officer = $1 where officer is not null", [MARK]);
  await db.query("update reply set missing = $1", [MARK]);
  await db.query("update measure set missing = $1", [MARK]);
  await db.query("update write_off set reason = $1", [MARK]);
}

/** Every column of every table in which the word still stands. */
export async function hits(db: TestDatabase): Promise<string[]> {
  const columns = await db.query<{ t: string; c: string }>(
    `select table_name as t, column_name as c from information_schema.columns
      where table_schema = 'public' and data_type in ('text', 'jsonb', 'tsvector')`,
  );
  const found: string[] = [];
  for (const { t, c } of columns)
    if ((await db.query(`select 1 from "${t}" where "${c}"::text like $1 limit 1`, [`%${MARK}%`])).length > 0)
      found.push(`${t}.${c}`);
  return found.sort();
}
