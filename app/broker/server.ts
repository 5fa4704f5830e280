import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { z } from "zod";
import { connect, disconnect } from "../domain/access/with-actor.server.ts";
import { movedClock } from "../http/environment.ts";
import { openLog } from "../http/log.ts";
import { withSecretFiles } from "../http/secret-files.ts";
import { endSaying } from "../http/why-not.ts";
import { openFor, ownerFor, sealFor } from "./identity.ts";
import { keyIds, readKeys } from "./keys.ts";
import { tellSealedNews } from "./news.ts";
import { remarkOld } from "./remark.ts";
import { resealOld } from "./reseal.ts";
import { brokerSettings } from "./settings.ts";

// A process of its own: it alone has the keys of sealed identities, and its login reads hardly anything else.
const log = openLog("broker");

function stopAtOnce(error: unknown): never {
  log.fatal(error);
  process.exit(1);
}
process.on("uncaughtException", stopAtOnce);
process.on("unhandledRejection", stopAtOnce);

const MOST_BYTES = 2000;
const MINUTE_MS = 60_000;
const REMARK_AFTER_MS = 150_000;

function begin() {
  try {
    const settings = brokerSettings(withSecretFiles(process.env));
    return { settings, keys: readKeys(settings.keyFile) };
  } catch (error) {
    return endSaying(error);
  }
}

const { settings, keys: atFirst } = begin();
let [keys, keysSince] = [atFirst, Date.now()];
const now = () => movedClock(settings.now, new Date());
connect({ url: settings.databaseUrl }, 4);

const holder = z.object({ key: z.string().regex(/^session:[0-9a-f]{64}$/) });

/** What it is asked, and what it answers; null is a refusal. */
const questions: Record<string, (asked: unknown) => Promise<object | null>> = {
  "/seal": (asked) => {
    const { key, reporterId } = holder.extend({ reporterId: z.uuid() }).parse(asked);
    return sealFor(keys, key, reporterId);
  },
  "/owner": (asked) => ownerFor(keys, holder.parse(asked).key),
  "/open": (asked) => {
    const { key, complaintId } = holder.extend({ complaintId: z.uuid() }).parse(asked);
    return openFor(keys, key, complaintId, now());
  },
};

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of request) {
    bytes += piece.length;
    if (bytes > MOST_BYTES) throw new SyntaxError("too long");
    pieces.push(piece);
  }
  return JSON.parse(Buffer.concat(pieces).toString());
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const say = (status: number, words: object = {}) =>
    response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(words));
  const { method, url = "" } = request;
  if (method === "GET" && url === "/healthz") return void say(200);
  if (method === "GET" && url === "/keys") return void say(200, keyIds(settings.keyFile, keys));
  const question = method === "POST" ? questions[url] : undefined;
  if (!question) return void say(404);
  try {
    const answered = await question(await bodyOf(request));
    log.info({ url, ok: answered !== null });
    say(answered ? 200 : 403, answered ?? {});
  } catch (error) {
    const isTheirs = error instanceof z.ZodError || error instanceof SyntaxError;
    // Nothing of the question: a key opens a session's matters.
    if (!isTheirs) log.error(error);
    say(isTheirs ? 400 : 500);
  }
}

const server = createServer((request, response) => void answer(request, response));
server.requestTimeout = 5000;
server.headersTimeout = 5000;
server.once("error", stopAtOnce);
const { hostname, port } = settings.address;
server.listen(Number(port), hostname, () => log.info({ address: settings.address.origin }, "listening"));

let complaint = "";

/** Seals anew what an older key sealed; what can't be is told once, and again when it has changed. */
async function reseal() {
  const { resealed, missing, spoiled } = await resealOld(keys, now());
  if (resealed > 0) log.info({ resealed, key: keys.current }, "old envelopes sealed anew");
  const lost = { missing: [...missing], spoiled };
  const said = missing.size + spoiled > 0 ? JSON.stringify(lost) : "";
  if (said && said !== complaint) log.error(lost, "envelopes that can't be opened: is a key missing?");
  complaint = said;
}

/** Keys are exchanged without a stop: what the file says is so within a minute. */
function readAgain() {
  const found = readKeys(settings.keyFile);
  if (JSON.stringify(found) === JSON.stringify(keys)) return;
  [keys, keysSince] = [found, Date.now()];
  log.info({ key: keys.current }, "other keys");
}

async function tell() {
  const told = await tellSealedNews(keys, now());
  if (told > 0) log.info({ told }, "news of sealed matters");
}

/** Only when every page has asked for the new marks, which it does once a minute: no matter is ever missing from a list. */
async function remark() {
  if (Date.now() - keysSince <= REMARK_AFTER_MS) return;
  const remarked = await remarkOld(keys, now());
  if (remarked > 0) log.info({ remarked }, "sealed matters marked anew");
}

/** One after the other, and none keeps the next from its turn. */
async function lookAround() {
  for (const turn of [readAgain, tell, reseal, remark])
    await Promise.resolve()
      .then(turn)
      .catch((error: unknown) => log.error(error));
}
const timer = setInterval(() => void lookAround(), MINUTE_MS);
void lookAround();

// Who has just changed the keys need not wait for it.
process.on("SIGHUP", () => void lookAround());

async function stop() {
  clearInterval(timer);
  server.close();
  server.closeAllConnections();
  await disconnect();
  process.exit(0);
}
process.once("SIGTERM", () => void stop());
process.once("SIGINT", () => void stop());
