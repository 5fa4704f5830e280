import { worker } from "../domain/access/actor.ts";
import { withActor } from "../domain/access/with-actor.server.ts";
import { remindOfCalendar } from "../domain/clock/calendar-reminder.server.ts";
import { watch } from "../domain/clock/watch.server.ts";
import { finishErasures } from "../domain/complaint/erase.server.ts";
import { sendDigests } from "../domain/notice/digest.server.ts";
import { TRAIL_CHECK_QUEUE } from "../domain/notice/enqueue.server.ts";
import { queueSealedNews } from "../domain/notice/sealed-mail.server.ts";
import { sweepDoor } from "../domain/people/guess.server.ts";
import { checkTrail } from "../domain/trail/check-trail.server.ts";
import { copyCheckpoints } from "../domain/trail/copy-checkpoints.server.ts";
import { keepErasures } from "../domain/trail/keep-erasures.server.ts";
import { makeCheckpoints } from "../domain/trail/make-checkpoint.server.ts";
import { pruneOpenings } from "../domain/trail/prune-openings.server.ts";
import { environment } from "../http/environment.ts";
import { lineForLog } from "../http/log.ts";
import { trailPlaceHere } from "../http/trail-place.ts";
import { discard } from "../http/uploads.server.ts";
import { CHECKPOINT_QUEUE, SWEEP_QUEUE, WATCH_QUEUE } from "./queues.ts";
import { sweepUploads } from "./sweep-uploads.ts";

interface Appointment {
  queue: string;
  /** When, in Asia/Shanghai: minute, hour, day, month, day of the week. */
  cron: string;
  /** Also at every start of a worker. */
  isLate?: true;
  /** What is done at an instant of the office's clock, and what the log then says; `failed` makes it an error. */
  does: (at: Date) => Promise<Record<string, unknown>>;
}

/** What the hub does by itself, and when. Mails aren't here: each is sent when it is written. */
export const timetable: readonly Appointment[] = [
  // Every minute: silences that are over, the ladder, then from nine on working days the morning's digests.
  { queue: WATCH_QUEUE, cron: "* * * * *", isLate: true, does: lookAround },
  // Every minute in which something happened: a signed checkpoint, and its copy outside the database; what was
  // erased is kept there too, and erased again where a backup doesn't know of it.
  { queue: CHECKPOINT_QUEUE, cron: "* * * * *", isLate: true, does: sign },
  // Every night: openings that have been kept for long enough go, then the whole trail is checked; also when an auditor asks.
  { queue: TRAIL_CHECK_QUEUE, cron: "30 2 * * *", does: audit },
  // Every night, while nobody uploads; with the envelopes of erased matters whose enterprises have been told meanwhile.
  { queue: SWEEP_QUEUE, cron: "30 3 * * *", does: sweep },
];

async function lookAround(at: Date) {
  const { done, left, failed } = await watch(at);
  const reminded = await remindOfCalendar(at);
  const digests = await sendDigests(at);
  const sealed = await queueSealedNews(at);
  const wrong = failed.map(({ number, error }) => `${number}: ${lineForLog(error)}`);
  return { done, left, reminded, digests, sealed, ...(wrong.length > 0 ? { failed: wrong } : {}) };
}

async function sweep(at: Date) {
  // By the machine's clock, which has dated the files, and not by the office's.
  const removed = await sweepUploads(new Date());
  const envelopes = await withActor(worker, "act", finishErasures);
  return { removed, envelopes, ...(await sweepDoor(at)) };
}

async function sign(at: Date) {
  const place = trailPlaceHere();
  const made = await makeCheckpoints(at, place);
  const copied = await copyCheckpoints(place.file);
  const { files, unsigned, ...erasures } = await keepErasures(place);
  await discard(files.map((storageKey) => ({ storageKey })));
  return { made, copied, erasures, ...(unsigned > 0 ? { failed: { unsigned } } : {}) };
}

async function audit(at: Date) {
  const removed = await pruneOpenings(at, environment().openingsDays);
  const { broken, ...counted } = await checkTrail(trailPlaceHere(), at);
  return { removed, ...counted, ...(broken.length > 0 ? { failed: broken } : {}) };
}
