import { COMMAND_TYPES } from "./commands.ts";
import { lifecycle } from "./lifecycle.ts";

/** The lifecycle as a state diagram in Mermaid, one line for every pair of statuses, drawn from the table. */
export function lifecyclePicture(): string {
  const arrows = new Map<string, string[]>();
  for (const type of COMMAND_TYPES)
    for (const from of lifecycle[type].from)
      for (const { to } of Object.values(lifecycle[type].outcomes)) {
        if (to === "same" || to === from || type === "withdraw") continue;
        const arrow = `${from} --> ${to}`;
        arrows.set(arrow, [...new Set([...(arrows.get(arrow) ?? []), type])]);
      }
  const lines = [...arrows].map(([arrow, types]) => `  ${arrow} : ${types.join(", ")}`);
  return ["stateDiagram-v2", "  [*] --> submitted : submit", ...lines].join("\n");
}
