import { worker } from "../../app/domain/access/actor.ts";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import { loadCalendar } from "../../app/domain/clock/calendar.server.ts";
import { findLapses } from "../../app/domain/clock/find-lapses.server.ts";
import { findQuestions } from "../../app/domain/clock/find-questions.server.ts";
import { findRungs } from "../../app/domain/clock/find-rungs.server.ts";
import type { Finder, Found } from "../../app/domain/clock/finder.server.ts";
import { perform } from "../../app/domain/complaint/perform.server.ts";
import { type DeliveryParts, deliverMails } from "../../app/domain/notice/deliver.server.ts";
import { sendDigests } from "../../app/domain/notice/digest.server.ts";
import { mailUrl } from "../../app/domain/notice/mail-url.ts";
import { transportOf } from "../../app/domain/notice/transport-of.server.ts";
import { smtpTransport } from "../../app/domain/notice/transport-smtp.server.ts";
import { environment } from "../../app/http/environment.ts";
import { startSmtpServer } from "../support/smtp-server.ts";
import { hear, type World } from "./world.ts";

interface Queued {
  id: string;
  isWatched: boolean;
  /** The complaint's number; null where it is about none. */
  of: string | null;
}

/** What has come due, as the hub's watch takes it: one after the other, in an order of chance. */
async function watch(world: World) {
  for (const find of [...findLapses, ...findRungs, ...findQuestions]) {
    const [shared, own] = await foundBy(world, find);
    const take = async ({ number, ...act }: Found) =>
      void (await perform(worker, { on: { number }, ...act, unlessBusy: true }, world.now));
    for (const one of own) await world.aside(`due ${one.number}`, () => take(one));
    for (const one of shared) {
      world.step();
      await take(one);
    }
  }
}

/** What both worlds have in one order, which in truth is drawn; and what this one alone has. */
async function foundBy(world: World, find: Finder): Promise<[Found[], Found[]]> {
  const found = await withActor(worker, "read", async (tx) =>
    find(tx, { at: world.now, calendar: await loadCalendar(tx), limit: 1000 }),
  );
  const place = ({ number, assignmentId = "", measureId = "" }: Found) =>
    `${world.shared.get(number)} ${assignmentId} ${measureId}`;
  const shared = found.filter(({ number }) => world.shared.has(number));
  return [
    shared.toSorted((a, b) => (place(a) < place(b) ? -1 : 1)),
    found.filter(({ number }) => !world.shared.has(number)),
  ];
}

/**
 * A mail without the place that its id has among all that were made in its millisecond: digests are made together,
 * and how many others have one that morning is no matter's secret. When it was made stays.
 */
const unplaced = (raw: string) => raw.replace(/^(Message-ID: <.{13}).{23}@/m, "$1@");

/** The hub's own work, and the mails of those who are watched as they leave. */
export async function openPost(world: World, render: DeliveryParts["render"], watched: string) {
  const server = await startSmtpServer();
  const way = smtpTransport(server.url);
  const { url, secret, mailFrom } = environment();
  const parts: DeliveryParts = {
    ...{ now: () => world.now, from: mailFrom, render },
    urlOf: (mail) => mailUrl({ url, secret }, mail),
  };

  async function deliver() {
    const queued = await world.query<Queued>(
      `select m.id, ${watched} as "isWatched", c.number as of from mail m join person p on p.id = m.person_id
         left join complaint c on c.id = m.complaint_id
       where m.status = 'queued' order by m.created_at, m.id`,
    );
    const others = queued.filter(({ isWatched }) => !isWatched).map(({ id }) => id);
    for (let from = 0; from < others.length; from += 50)
      await deliverMails(others.slice(from, from + 50), transportOf({}), parts);
    for (const { id, of } of queued.filter(({ isWatched }) => isWatched)) {
      const send = async () => void (await deliverMails([id], way, parts));
      if (of === null || world.shared.has(of)) {
        world.step();
        await send();
      } else await world.aside(`mail ${id}`, send);
      for (const { to, raw } of server.received.splice(0))
        await hear({
          what: `mail to ${to.join()}`,
          status: 0,
          headers: [],
          body: Buffer.from(unplaced(raw)),
        });
    }
  }

  return {
    /** One look of the worker. */
    async work() {
      await watch(world);
      world.step();
      await sendDigests(world.now);
      await deliver();
    },
    stop: server.stop,
  };
}
