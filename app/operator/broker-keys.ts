import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { CIPHERS } from "../broker/cipher.ts";
import { addKey, addMark, dropFormerMarks, makeKeys, readKeys, removeKey } from "../broker/keys.ts";
import { formerlyMarked } from "../broker/remark.ts";
import { envelopesByKey } from "../broker/reseal.ts";
import { brokerSettings } from "../broker/settings.ts";
import { connect, disconnect } from "../domain/access/with-actor.server.ts";
import { brokerKeys, connectBroker } from "../domain/custody/broker.server.ts";
import { withSecretFiles } from "../http/secret-files.ts";
import { command } from "./command.ts";

const say = (line: string): void => void process.stdout.write(`${line}\n`);

function stop(line: string): never {
  throw new Error(line);
}

function make(file: string, named: string | undefined) {
  const cipher = CIPHERS.find((one) => one === named);
  if (named && !cipher) stop(`There is no cipher ${named}: ${CIPHERS.join(" or ")}.`);
  if (!existsSync(file)) {
    makeKeys(file);
    return say(`Made ${file}. Without it no sealed identity is ever opened: keep a copy in a safe.`);
  }
  const key = addKey(file, cipher);
  say(`Within a minute the broker seals by the new key ${key}, and what it sealed before, too.`);
  say("Keep the old ones until --list says that nothing needs them.");
}

function renewMark(file: string) {
  addMark(file);
  say("Within minutes the broker marks by the new one, and what it marked before, too.");
  say("Keep what it marked by until --list says that nothing needs it.");
}

const envelopes = (count: number) => (count === 1 ? "1 envelope" : `${count} envelopes`);

/** Tells of each key whether something needs it; ends with 1 where one that is needed is gone. */
async function list(file: string) {
  const all = readKeys(file);
  const { current, keys } = all;
  const counts = await envelopesByKey();
  for (const key of Object.keys(keys)) {
    const count = counts.get(key) ?? 0;
    const spare = count === 0 ? "not needed" : "needed";
    say(`${key}: ${envelopes(count)}, ${key === current ? "seals" : spare}`);
  }
  if (all.formerMarks.length > 0) {
    const count = await formerlyMarked(all);
    say(`former mark: ${count} of the matters, ${count === 0 ? "not needed" : "needed"}`);
  }
  for (const [key, count] of counts)
    if (!keys[key]) {
      process.stderr.write(
        `${envelopes(count)} need the key ${key || "of no name"}, which is not in ${file}: nobody can open them.\n`,
      );
      process.exitCode = 1;
    }
}

/** Takes out what marked enterprises before, unless a matter still carries such a mark. */
async function removeMarks(file: string) {
  const all = readKeys(file);
  if (all.formerMarks.length === 0) stop(`There is no former mark in ${file}.`);
  const count = await formerlyMarked(all);
  if (count > 0)
    stop(`${count} of the matters are marked by it, which the broker marks anew within minutes.`);
  dropFormerMarks(file);
  say(
    "Took the former mark out. A backup of before still needs it: keep it in the safe as long as there is one.",
  );
}

/** Takes a key out of the file, unless an envelope or a running broker still needs it. */
async function remove(file: string, key: string) {
  const { current, keys } = readKeys(file);
  if (!keys[key]) stop(`There is no key ${key} in ${file}.`);
  if (key === current) stop(`The key ${key} is the one that seals: make another first.`);
  const running = await brokerKeys();
  if (running && running.current !== current)
    stop(`The running broker still seals by the key ${running.current}: it reads the file once a minute.`);
  const count = (await envelopesByKey()).get(key) ?? 0;
  if (count > 0)
    stop(`The key ${key} is needed by ${envelopes(count)}, which the broker seals anew within a minute.`);
  removeKey(file, key);
  say(
    `Took the key ${key} out. A backup of before still needs it: keep it in the safe as long as there is one.`,
  );
}

await command(async () => {
  const { values } = parseArgs({
    options: {
      list: { type: "boolean" },
      mark: { type: "boolean" },
      remove: { type: "string" },
      cipher: { type: "string" },
    },
  });
  const source = withSecretFiles(process.env);
  const file = source.HUIYIN_BROKER_KEY_FILE;
  if (!file) stop("HUIYIN_BROKER_KEY_FILE must be set: where the broker keeps its keys.");
  if (values.mark) return renewMark(file);
  if (!values.list && values.remove === undefined) return make(file, values.cipher);
  const { databaseUrl, address } = brokerSettings(source);
  connect({ url: databaseUrl }, 1);
  connectBroker(address.origin);
  try {
    if (values.remove === undefined) await list(file);
    else await (values.remove === "mark" ? removeMarks(file) : remove(file, values.remove));
  } finally {
    await disconnect();
  }
});
