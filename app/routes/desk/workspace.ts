import { isDay } from "../../domain/complaint/field.ts";
import type { QueueMark } from "../../domain/ledger/queue.server.ts";
import type { Queue } from "../../domain/ledger/queue.ts";
import { isId } from "../../http/forms.ts";
import { queuePath } from "../../http/navigation.ts";

/** What the address of the workspace says beside its queue. */
interface At {
  /** Where the page of the list before this one ended. */
  after?: string | null;
  /** The number of the complaint that is open. */
  open?: string | null;
  /** The slug of the act whose form is open. */
  act?: string | null;
  /** The complaint that the open one is to be merged into. */
  primary?: string | null;
  /** The department that is to lead the open one. */
  lead?: string | null;
  /** What was just done, and to which number. */
  done?: string;
  of?: string;
}

/** The address of a queue's page with what is open on it. */
export function workspacePath(queue: Queue, at: At = {}): string {
  const said = Object.entries(at).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return said.length === 0 ? queuePath(queue) : `${queuePath(queue)}&${new URLSearchParams(said)}`;
}

/** The part of an address that stays while one works through a page of the list. */
export const atIn = (params: URLSearchParams): Pick<At, "after"> => ({ after: params.get("after") });

const URGENT = "urgent";

/** A row as the mark after which the next page begins. */
export const markOfRow = ({ urgent, dueOn, id }: QueueMark) =>
  [dueOn ?? "", id, ...(urgent ? [URGENT] : [])].join("_");

/** The mark in `?after=`; one that nobody made means the beginning. */
export function markIn(params: URLSearchParams): QueueMark | null {
  const [dueOn = "", id = "", urgent] = (params.get("after") ?? "").split("_");
  const isMark = isId(id) && (dueOn === "" || isDay(dueOn));
  return isMark ? { urgent: urgent === URGENT, dueOn: dueOn || null, id } : null;
}
