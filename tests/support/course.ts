import { must } from "../../app/domain/access/actor.ts";
import type { CommandOf } from "../../app/domain/complaint/commands.ts";
import { submit } from "../../app/domain/complaint/submit.server.ts";
import type { TestDatabase } from "./database.ts";
import { aSubmission, does, type Office, shanghai } from "./office.ts";

/** A complaint on its way, with the names by which each side acts on it. */
export interface OnItsWay {
  on: { number: string };
  code: { code: string };
  assignmentId: string;
}

/** The assignment of a complaint to one department. */
export const assignTo = (lead: string): CommandOf<"assign"> => ({
  type: "assign",
  grade: "C",
  lead,
  assisting: [],
  brief: "请核实审图意见为何前后不一。",
  release: [],
});

/** One that the construction bureau signed for on Monday 2 March 2026. */
export async function handled(office: Office, db: TestDatabase): Promise<OnItsWay> {
  const on = { number: (await submit(office.lin, aSubmission, shanghai("2026-03-02 09:30"))).number };
  await does(office.su, on, assignTo(office.construction), "2026-03-02 11:00");
  const [hand] = await db.query<{ id: string; code: string }>(
    "select a.id, a.code from assignment a join complaint c on c.id = a.complaint_id where c.number = $1",
    [on.number],
  );
  const { id, code } = must(hand, "an assignment");
  await does(office.zhao, { code }, { type: "sign", officer: "赵承安" }, "2026-03-02 15:00");
  return { on, code: { code }, assignmentId: id };
}

/** What department and commission do until an answer is given: on one day, by gu. */
export async function answer(office: Office, { on, code, assignmentId }: OnItsWay, day: string) {
  await does(office.zhao, code, { type: "reply", words: "已办。", evidence: [] }, `${day} 10:00`);
  await does(office.gu, on, { type: "acceptReply", note: null }, `${day} 14:00`, { assignmentId });
  await does(office.gu, on, { type: "feedBack", words: "已办好。" }, `${day} 15:00`);
}

/** One that was answered on Thursday 5 March 2026. */
export async function answered(office: Office, db: TestDatabase): Promise<OnItsWay> {
  const matter = await handled(office, db);
  await answer(office, matter, "2026-03-05");
  return matter;
}
