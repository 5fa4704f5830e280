import { type CommandType, slugOf } from "../../../domain/complaint/commands.ts";
import { pendingWriteOff } from "../../../domain/complaint/write-off.ts";
import type { NotDone } from "../../../http/desk-act.server.ts";
import { useWords } from "../../../i18n/use-words.ts";
import { type Act, ActBar, type KeyHelp } from "../../../ui/act-bar.tsx";
import { objectsOf } from "./act-objects.tsx";
import { OpenAct } from "./act-open.tsx";
import { dangerous, forOthers, hotkeys, rank } from "./act-order.ts";
import type { Acting } from "./acting.server.ts";

/** The address of an act's form, and of the page without it. */
export type ActPath = (slug: string | null) => string;

export interface ActPanelProps {
  loaded: Acting;
  /** Why the act that was sent is not done. */
  answered?: Omit<NotDone, "status">;
  path: ActPath;
  /** What the address already says of the form: a department, a complaint to merge into. */
  given?: Readonly<Record<string, string>>;
  /** Keys of the page around it, for the list of all keys. */
  keys?: readonly KeyHelp[];
  /** False where somebody else is at it: then none of the acts is the usual next one. */
  isTurn?: boolean;
  /** Whether the reader handled it, and can't decide on its end. */
  hasHandled?: boolean;
}

/** Just what this person may do now, and the form of the act that is open. */
export function ActPanel({ keys, isTurn, hasHandled = false, ...panel }: ActPanelProps) {
  const { office, desk } = useWords();
  const { loaded, path } = panel;
  const isApplied = pendingWriteOff(loaded.matter) !== null;
  // What would only be refused: a decision on one's own work, or on nothing, and a second application.
  const isIdle = (type: CommandType) =>
    (hasHandled && forOthers.includes(type)) ||
    (isApplied ? type === "applyWriteOff" : type === "approveWriteOff" || type === "refuseWriteOff");
  // Before anything else where a write-off waits for it.
  const isSilent = loaded.checks.some(({ check, met }) => check === "ratedOrCalledBack" && !met);
  const rankNow = (type: CommandType) => (isSilent && type === "recordCallBack" ? -1 : rank(type));
  const acts = loaded.acts
    .filter((type) => objectsOf(type, loaded.matter) !== "none" && !isIdle(type))
    .toSorted((a, b) => rankNow(a) - rankNow(b))
    .map(
      (type): Act => ({
        key: type,
        label: office.commands[type].label,
        to: path(slugOf(type)),
        tone: dangerous.includes(type) ? "danger" : undefined,
        hotkey: hotkeys[type],
      }),
    );
  return (
    <ActBar acts={acts} open={loaded.open} idle={desk.nothingNow} keys={keys} isTurn={isTurn}>
      {loaded.open ? (
        // Another complaint is another form, even when the act is the same.
        <OpenAct key={`${loaded.matter.complaint.id} ${loaded.open}`} type={loaded.open} {...panel} />
      ) : null}
    </ActBar>
  );
}
