import { type Day, dayOf } from "../../app/domain/clock/day.ts";
import { addWorkingDays } from "../../app/domain/clock/due.ts";
import type { Command } from "../../app/domain/complaint/commands.ts";
import type { Part, Story } from "./story.ts";
import type { World } from "./world.ts";

const said = {
  erased:
    "企业已注销，清算组来函：当时提交的材料里有联系人的姓名和电话，依照个人信息保护法第四十七条请求删除。",
  refused: "企业来函请求删除当时反映的内容。",
  refusal: "这件引出的诉讼还没有审结，卷宗可能要调取，暂不清除。审结以后可以再申请。",
  waiting: "联系人已离职，来函请求删除材料里她本人的信息，其他内容企业也不再需要。",
};

/**
 * Of settled matters of the older year: of one, what was said is erased on a lawful request, of another that is refused,
 * of a third it waits for a decision. Looked back upon twice, so that nothing of them is open. Nothing is drawn by
 * chance, so that the other stories stay as they are.
 */
export function askErasures(past: readonly Story[], last: Day, { calendar }: World): void {
  const over = past.filter(
    ({ acts, disclosure }) =>
      disclosure === "confidential" &&
      acts.at(-1)?.command?.type === "lookBack" &&
      acts.filter(({ command }) => command?.type === "lookBack").length === 2 &&
      dayOfEnd(acts) < addWorkingDays(calendar, last, -5),
  );
  const erased = over.find(({ papers }) => papers.length > 0);
  const [refused, waiting] = over.filter((story) => story !== erased);
  if (!erased || !refused || !waiting) throw new Error("Too few stories of the older year are over.");
  const acts = (story: Story, from: Day, ...given: [gap: number, by: Part, command: Command][]) => {
    for (const [gap, by, command] of given) {
      const at = new Date(`${addWorkingDays(calendar, from, gap)}T10:30:00+08:00`);
      story.acts.push({ story, at, by, command });
    }
  };
  const ask = (reason: string): Command => ({ type: "askErasure", erasureGround: "request", reason });
  const approved: Command = { type: "approveErasure" };
  const refusal: Command = { type: "refuseErasure", reason: said.refusal };
  acts(erased, dayOfEnd(erased.acts), [2, "handler", ask(said.erased)], [4, "approver", approved]);
  acts(refused, dayOfEnd(refused.acts), [2, "handler", ask(said.refused)], [3, "approver", refusal]);
  acts(waiting, last, [-1, "handler", ask(said.waiting)]);
}

const dayOfEnd = (acts: Story["acts"]): Day => {
  const end = acts.at(-1);
  return end ? dayOf(end.at) : "";
};
