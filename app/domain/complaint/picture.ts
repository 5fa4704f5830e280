import { COMMAND_TYPES, type CommandType } from "./commands.ts";
import { lifecycle } from "./lifecycle.ts";

/** The lifecycle as a flowchart in Mermaid, drawn from the table: acts that lead the same ways share a line. */
export function lifecyclePicture(): string {
  const ways = COMMAND_TYPES.filter((type) => type !== "withdraw").flatMap(waysOf);
  const byEnds = grouped(ways, ({ from, to }) => `${from}>${to}`);
  const joined = byEnds.map(([first, ...rest]) => ({
    ...first,
    acts: [first, ...rest].map(({ act }) => act).join(", "),
  }));
  const lines = grouped(joined, ({ from, acts }) => `${from}>${acts}`).map(
    ([first, ...rest]) =>
      `${first.from} -->|${first.acts}| ${[first, ...rest].map(({ to }) => to).join(" & ")}`,
  );
  const all = ["start(( )) -->|submit| submitted", ...lines];
  // Two on a line, because the README is to be read at one sitting.
  const pairs = all.flatMap((_, nth) => (nth % 2 === 0 ? [all.slice(nth, nth + 2).join("; ")] : []));
  return ["flowchart LR", ...pairs.map((pair) => `  ${pair}`)].join("\n");
}

interface Way {
  act: CommandType;
  from: string;
  to: string;
}

/** Where an act leads, each with the statuses from which it is a way there. */
function waysOf(act: CommandType): Way[] {
  const { from, outcomes } = lifecycle[act];
  const starts = new Map<string, string[]>();
  for (const outcome of Object.values(outcomes)) {
    if (outcome.to === "same") continue;
    const known = starts.get(outcome.to) ?? [];
    const more = (outcome.from ?? from).filter((status) => status !== outcome.to && !known.includes(status));
    starts.set(outcome.to, [...known, ...more]);
  }
  return [...starts].map(([to, statuses]) => ({ act, from: statuses.join(" & "), to }));
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): [T, ...T[]][] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return [...groups.values()];
}
