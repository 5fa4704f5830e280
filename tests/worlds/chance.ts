import crypto from "node:crypto";
import { syncBuiltinESMExports } from "node:module";

// Loaded before everything else in a world: the clock stands where it is put, and chance is drawn from a label, so
// that two worlds which do the same under the same labels have the same ids, codes, secrets and nonces. Nothing has
// to be left out of what is compared.

let label = "";
let at = 0;
let streams = new Map<string, number>();
let integers: number[] = [];

/** From here on chance follows from this label alone; `wholes` are what the next drawn whole numbers are. */
export function setChance(to: string, wholes: number[] = []) {
  label = to;
  streams = new Map();
  integers = wholes;
}

/** From here on it is this moment. */
export function setClock(moment: Date) {
  at = moment.getTime();
}

/** A stream for each use, so that a bystander that draws more or less shifts nobody else's chance. */
function draw(use: string, size: number): Buffer {
  const nth = (streams.get(use) ?? 0) + 1;
  streams.set(use, nth);
  return crypto.createHash("shake256", { outputLength: size }).update(`${label}|${use}|${nth}`).digest();
}

const real = { randomBytes: crypto.randomBytes, Date };
// Connections to the database come and go as they are needed, and draw for themselves.
const isOfDatabase = () => /[\\/]node_modules[\\/]pg[\\/]/.test(new Error().stack ?? "");

const chance = {
  randomBytes: (size: number) => (isOfDatabase() ? real.randomBytes(size) : draw("bytes", size)),
  randomUUID: () =>
    draw("uuid", 16)
      .toString("hex")
      .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, "$1-$2-4$3-8$4-$5"),
  randomInt: (max: number) => integers.shift() ?? draw("integer", 6).readUIntBE(0, 6) % max,
};
Object.assign(crypto, chance);
syncBuiltinESMExports();
Math.random = () => draw("number", 4).readUInt32BE() / 2 ** 32;

globalThis.Date = new Proxy(Date, {
  construct: (target, args, made) =>
    Reflect.construct(target, args.length > 0 ? args : [at], made === Date ? target : made),
  get: (target, name) => (name === "now" ? () => at : Reflect.get(target, name)),
});
