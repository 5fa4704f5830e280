import { becomeRegistrar, withActor } from "../../app/domain/access/with-actor.server.ts";
import { workingDayFrom } from "../../app/domain/clock/calendar.ts";
import { addDays } from "../../app/domain/clock/day.ts";
import { newId } from "../../app/domain/people/new-id.ts";
import { schema } from "../client.server.ts";
import type { Numbers } from "./play.server.ts";
import type { Story } from "./story.ts";
import { ruleTitles } from "./texts/rules.ts";
import type { World } from "./world.ts";

const RULES = 19;

/** Records the year's rules, each with up to three complaints of its department behind it. */
export async function recordRules(stories: readonly Story[], played: Numbers, year: number, world: World): Promise<void> {
  const supervisor = world.person("shen");
  for (const [index, { title, departmentCode, summary }] of ruleTitles.slice(0, RULES).entries()) {
    const madeOn = workingDayFrom(world.calendar, addDays(`${year}-03-03`, index * 15));
    const recordedAt = new Date(`${madeOn}T15:${10 + index}:00+08:00`);
    const own = stories.filter(({ matter, acts }) => matter.leadCode === departmentCode && isBefore(acts, recordedAt));
    const cited = (own.length > 0 ? own : stories.filter(({ acts }) => isBefore(acts, recordedAt))).slice(-3);
    await withActor(supervisor, "write", async (tx) => {
      await becomeRegistrar(tx);
      const id = newId();
      const departmentId = world.department(departmentCode);
      const by = { recordedById: supervisor.personId, recordedAt };
      await tx.insert(schema.rule).values({ id, title, summary, departmentId, madeOn, ...by });
      const ids = cited.flatMap((story) => played.get(story)?.complaintId ?? []);
      await tx.insert(schema.ruleComplaint).values(ids.map((complaintId) => ({ ruleId: id, complaintId })));
    });
  }
}

const isBefore = (acts: Story["acts"], at: Date) => acts.some((act) => act.at < at);
