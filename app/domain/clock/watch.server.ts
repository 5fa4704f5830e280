import { worker } from "../access/actor.ts";
import { withActor } from "../access/with-actor.server.ts";
import { perform } from "../complaint/perform.server.ts";
import { loadCalendar } from "./calendar.server.ts";
import { findLapses } from "./find-lapses.server.ts";
import { findLeftBehind } from "./find-left-behind.server.ts";
import { findQuestions } from "./find-questions.server.ts";
import { findRungs } from "./find-rungs.server.ts";
import type { Finder, Found } from "./finder.server.ts";

/** All that is watched. Silence first: what it ends needs no urging any more. */
const finders: readonly Finder[] = [...findLapses, findLeftBehind, ...findRungs, ...findQuestions];

export interface Watched {
  /** Acts that were done, and acts that somebody else was at or that weren't due after all. */
  done: number;
  left: number;
  /** Errors, by the complaint's number; the next look tries again. */
  failed: { number: string; error: unknown }[];
}

/**
 * Does all that has come due by an instant, each in a small transaction of its own, and each once however
 * often and by however many workers it is called. Late, it catches up with all of it.
 */
export async function watch(at: Date, { limit = 200 }: { limit?: number } = {}): Promise<Watched> {
  const watched: Watched = { done: 0, left: 0, failed: [] };
  for (const find of finders) {
    let isMore = true;
    while (isMore) {
      const found = await withActor(worker, "read", async (tx) =>
        find(tx, { at, calendar: await loadCalendar(tx), limit }),
      );
      const doneBefore = watched.done;
      for (const each of found) await take(each, at, watched);
      isMore = found.length === limit && watched.done > doneBefore;
    }
  }
  return watched;
}

async function take({ number, ...act }: Found, at: Date, watched: Watched): Promise<void> {
  try {
    const performed = await perform(worker, { on: { number }, ...act, unlessBusy: true }, at);
    if (performed.ok) watched.done++;
    else watched.left++;
  } catch (error) {
    watched.failed.push({ number, error });
  }
}
