import { Dice } from "./dice.ts";
import { anUpload, aRequest, type Ground, type Sent } from "./requests.ts";
import { changed, standing } from "./rows.ts";
import { send, sendBroken } from "./wire.ts";

export interface Asked {
  requests: number;
  uploads: number;
  seed: number;
}

export interface Told extends Omit<Asked, "seed"> {
  serverErrors: number;
  crashes: number;
  writes: number;
}

interface City {
  port: number;
  ground: Ground;
  ask: <Row>(text: string, values?: unknown[]) => Promise<Row[]>;
  /** Settles when the web has ended. */
  ended: Promise<unknown>;
}

const AT_ONCE = 8;
/** One request of so many goes over a bare socket and is hardly HTTP. */
const BROKEN_ONE_IN = 20;

/**
 * Sends so many broken requests and uploads and counts what must not happen: answers of 500 and above, times when the
 * web ended or did not answer, and tables that were changed. `say` is told of each.
 */
export async function fuzz(city: City, { requests, uploads, seed }: Asked, say: (line: string) => void) {
  const dice = new Dice(seed);
  const told: Told = { requests, uploads, serverErrors: 0, crashes: 0, writes: 0 };
  let isOver = false;
  void city.ended.then(() => {
    isOver = true;
  });
  const before = await standing(city.ask);
  const note = (status: number, what: string) => {
    if (status >= 500) told.serverErrors += 1;
    if (status === -1) told.crashes += 1;
    if (status >= 500 || status === -1) say(`${status} ${what}`);
  };
  const one = async (nth: number) => {
    // Made here and at once, so that the seed gives the same requests in whatever order they are answered.
    const isUpload = nth % (requests + uploads) >= requests;
    if (!isUpload && dice.isOneIn(BROKEN_ONE_IN))
      return note(await sendBroken(city.port, dice), "broken HTTP");
    const sent = isUpload ? anUpload(city.ground, dice) : aRequest(city.ground, dice);
    note(await send(city.port, sent), lineOf(sent));
  };
  let nth = 0;
  const work = async () => {
    while (nth < requests + uploads && !isOver) await one(nth++);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const isUp = await fetch(`http://127.0.0.1:${city.port}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  );
  if (!isUp || isOver) told.crashes += 1;
  const written = changed(before, await standing(city.ask));
  for (const table of written) say(`written: ${table}`);
  told.writes = written.length;
  return told;
}

const lineOf = ({ method, path, headers, body }: Sent) =>
  `${method} ${path.slice(0, 300)} ${JSON.stringify(headers).slice(0, 600)} ${body?.toString("latin1").slice(0, 300) ?? ""}`;
