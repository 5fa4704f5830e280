import type { Dates } from "./drive.ts";
import type { Climbed, Must } from "./judge.ts";
import { stepKey } from "./ladder-book.ts";
import type { EventRow, Found } from "./rows.ts";

type Fault = (text: string) => void;
type Row = Record<string, unknown>;

const dated: Record<string, readonly string[]> = {
  complaint: ["dueOn"],
  assignment: ["signDueOn", "contactDueOn", "returnDueOn", "replyDueOn", "originalReplyDueOn"],
  measure: ["dueOn"],
};

/** The rows of one complaint as its events have written them so far. */
class Rows {
  readonly all = new Map<string, { entity: string; id: string; row: Row }>();

  write({ changes }: EventRow) {
    for (const { entity, id, set } of changes) {
      const key = entity === "complaint" ? "own" : id;
      this.all.set(key, { entity, id, row: { ...this.all.get(key)?.row, ...set } });
    }
  }

  of(entity: string) {
    return [...this.all.values()].filter((each) => each.entity === entity).map(({ row }) => row);
  }
}

/** Holds every date that was ever written against the one that it had to be, and names the lapses on the way. */
export function judgeDates({ dates }: Must, { events, kept }: Found, fault: Fault) {
  let wrong = 0;
  const steps: Climbed[] = [];
  for (const [number, ofComplaint] of Map.groupBy(events, (event) => event.number)) {
    const rows = new Rows();
    let nth = -1;
    for (const event of ofComplaint) {
      if (event.command.startsWith("lapse")) {
        const due = String(rows.all.get("own")?.row.dueOn);
        steps.push({ key: stepKey(number, null, null, event.command, due), at: event.at.getTime() });
      }
      rows.write(event);
      // A climb is a note: it moves nothing.
      if (event.command !== "climb") nth++;
      wrong += compare(rows, dates.get(number)?.[nth], (text) =>
        fault(`${number} after ${event.command} at ${event.at.toISOString()}: ${text}`),
      );
    }
    if (nth + 1 !== dates.get(number)?.length) {
      wrong++;
      fault(`${number}: ${nth + 1} acts, and not ${dates.get(number)?.length}`);
    }
    wrong += compareKept(rows, kept, (text) => fault(`${number} in the end: ${text}`));
  }
  return { wrong, steps };
}

function compare({ all }: Rows, must: Dates | undefined, fault: Fault): number {
  let wrong = 0;
  for (const [key, { entity, row }] of all) {
    for (const column of dated[entity] ?? []) {
      const due = must?.get(key)?.[column];
      if (due === (row[column] ?? null)) continue;
      wrong++;
      fault(`${entity} ${key} ${column} is ${row[column]}, must be ${due}`);
    }
  }
  return wrong;
}

function compareKept({ all }: Rows, kept: Found["kept"], fault: Fault): number {
  let wrong = 0;
  for (const { entity, id, row } of all.values()) {
    for (const column of dated[entity] ?? []) {
      const is = kept.get(id)?.[column] ?? null;
      if (is === (row[column] ?? null)) continue;
      wrong++;
      fault(`${entity} ${id} ${column} is ${is} in its table, its events say ${row[column]}`);
    }
  }
  return wrong;
}

const calledFor: readonly string[] = ["dispatched", "signed", "redo", "returning"];

/** Moments at which nobody owed a complaint's next step. */
export function ownerless({ city }: Must, { events }: Found, fault: Fault): number {
  let count = 0;
  for (const [number, ofComplaint] of Map.groupBy(events, (event) => event.number)) {
    const rows = new Rows();
    for (const event of ofComplaint) {
      rows.write(event);
      if (hasOwner(event.status, rows, city.supervisors.length)) continue;
      count++;
      fault(`${number} has no owner after ${event.command} at ${event.at.toISOString()}, ${event.status}`);
    }
  }
  return count;
}

/** Whether somebody can take the next step, by what the rows say of those who must. */
function hasOwner(status: string, rows: Rows, supervisors: number): boolean {
  const hands = rows.of("assignment").filter(({ status }) => status !== "recalled");
  const own = rows.all.get("own")?.row;
  switch (status) {
    case "handling":
      return hands.some((hand) => calledFor.includes(String(hand.status))) && own?.dueOn !== null;
    case "rectifying":
      return rows
        .of("measure")
        .some((measure) => measure.status === "promised" && hands.some((h) => h.id === measure.assignmentId));
    case "verifying":
      return hands.length > 0 && hands.every((hand) => !calledFor.includes(String(hand.status)));
    case "clearing":
      return supervisors > 1 && own?.dueOn !== null;
    case "submitted":
    case "accepted":
    case "supplementing":
    case "feedback":
      return own?.dueOn !== null;
    default:
      return ["closed", "declined", "referenced", "merged", "withdrawn"].includes(status);
  }
}
