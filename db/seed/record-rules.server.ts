import { workingDayFrom } from "../../app/domain/clock/calendar.ts";
import { addDays } from "../../app/domain/clock/day.ts";
import { recordRule } from "../../app/domain/ledger/rules.server.ts";
import type { Numbers } from "./play.server.ts";
import type { Story } from "./story.ts";
import { ruleTitles } from "./texts/rules.ts";
import type { World } from "./world.ts";

const RULES = 19;

/** Records the year's rules, each with up to three complaints of its department behind it. */
export async function recordRules(
  stories: readonly Story[],
  played: Numbers,
  year: number,
  world: World,
): Promise<void> {
  const supervisor = world.person("shen");
  for (const [index, { title, departmentCode, summary }] of ruleTitles.slice(0, RULES).entries()) {
    const madeOn = workingDayFrom(world.calendar, addDays(`${year}-03-03`, index * 15));
    const recordedAt = new Date(`${madeOn}T15:${10 + index}:00+08:00`);
    const own = stories.filter(
      ({ matter, acts }) => matter.leadCode === departmentCode && isBefore(acts, recordedAt),
    );
    const cited = (own.length > 0 ? own : stories.filter(({ acts }) => isBefore(acts, recordedAt))).slice(-3);
    const numbers = cited.flatMap((story) => played.get(story)?.number ?? []);
    const rule = { title, summary, departmentId: world.department(departmentCode), madeOn, numbers };
    const recorded = await recordRule(supervisor, rule, recordedAt);
    if (!recorded.ok) throw new Error(`${title}: ${recorded.refusal}`);
  }
}

const isBefore = (acts: Story["acts"], at: Date) => acts.some((act) => act.at < at);
