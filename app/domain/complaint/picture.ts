import { COMMAND_TYPES } from "./commands.ts";
import { lifecycle } from "./lifecycle.ts";

/** The lifecycle as a flowchart in Mermaid, drawn from the table: acts that lead the same ways share a line. */
export function lifecyclePicture(): string {
  const acts = new Map<string, string[]>();
  for (const type of COMMAND_TYPES.filter((name) => name !== "withdraw"))
    for (const [to, from] of waysOf(type)) {
      const way = `${from.join(" & ")} -->|ACTS| ${to}`;
      acts.set(way, [...(acts.get(way) ?? []), type]);
    }
  const lines = [...acts].map(([way, types]) => `  ${way.replace("ACTS", types.join(", "))}`);
  return ["flowchart LR", "  start(( )) -->|submit| submitted", ...lines].join("\n");
}

/** Where an act leads, each with the statuses from which it is a way there. */
function waysOf(type: (typeof COMMAND_TYPES)[number]): Map<string, string[]> {
  const { from, outcomes } = lifecycle[type];
  const ways = new Map<string, string[]>();
  for (const { to } of Object.values(outcomes)) {
    if (to !== "same")
      ways.set(
        to,
        from.filter((status) => status !== to),
      );
  }
  return ways;
}
