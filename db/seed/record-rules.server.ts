import { workingDayFrom } from "../../app/domain/clock/calendar.ts";
import { addDays } from "../../app/domain/clock/day.ts";
import { recordRule } from "../../app/domain/ledger/record-rule.server.ts";
import type { Numbers } from "./play.server.ts";
import type { Story } from "./story.ts";
import { ruleTitles } from "./texts/rules.ts";
import type { World } from "./world.ts";

/** Of the last full year; the rest are made in the present one, as far as it has come. */
const RULES = 19;

/** Records the rules that departments made, each with up to three complaints of its department behind it. */
export async function recordRules(
  stories: readonly Story[],
  played: Numbers,
  year: number,
  now: Date,
  world: World,
): Promise<void> {
  const supervisor = world.person("shen");
  for (const [index, { title, departmentCode, summary }] of ruleTitles.entries()) {
    const madeIn = index < RULES ? `${year}-03-03` : `${year + 1}-02-02`;
    const madeOn = workingDayFrom(world.calendar, addDays(madeIn, (index % RULES) * 15));
    const recordedAt = new Date(`${madeOn}T15:${10 + index}:00+08:00`);
    if (recordedAt > now) continue;
    const numbers = behind(stories, departmentCode, recordedAt).flatMap((s) => played.get(s)?.number ?? []);
    const rule = { title, summary, departmentId: world.department(departmentCode), madeOn, numbers };
    const recorded = await recordRule(supervisor, rule, recordedAt);
    if (!recorded.ok) throw new Error(`${title}: ${recorded.refusal}`);
  }
}

/** Complaints of which the department knew by then; where it had none, others of the city. */
function behind(stories: readonly Story[], departmentCode: string, at: Date): Story[] {
  // What is or was a clue is nothing to refer to.
  const ordinary = stories.filter(({ acts }) => !acts.some(({ command }) => command?.type === "moveToClue"));
  const before = ordinary.filter(({ acts }) => acts.some((act) => act.at < at));
  const own = before.filter(({ matter }) => matter.leadCode === departmentCode);
  return (own.length > 0 ? own : before).slice(-3);
}
