import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** What the trail has outside the database: the keys, and the copy of what was signed. */
export interface TrailPlace {
  /** What signs; null where only public keys are known, as the web should have it. */
  key: KeyObject | null;
  /** By which of them something may be signed: the present one first, and those before it. */
  publicKeys: readonly KeyObject[];
  /** The copies of the checkpoints, a line each. */
  file: string;
  /** Beside them, what was erased. */
  erasures: string;
}

interface Settings {
  /**
   * HUIYIN_CHECKPOINT_KEY: Ed25519 keys in base64, between spaces or lines: what signs (private, PKCS #8 DER) or is
   * signed by elsewhere (public, SPKI DER) first, then the public ones of earlier keys. Else the data folder has them.
   */
  key?: string | undefined;
  /** HUIYIN_CHECKPOINTS: where the copies lie, if not in the data folder. */
  file?: string | undefined;
  folder: string;
}

/** Finds the keys and the copies; the first to ask without a key makes one, for its owner's eyes alone. */
export function trailPlace({ key, file, folder }: Settings): TrailPlace {
  const [present = "", ...earlier] = (key ?? keysIn(folder)).trim().split(/\s+/);
  const secret = privateKey(present);
  const copies = resolve(file ?? join(folder, "checkpoints.jsonl"));
  return {
    key: secret,
    publicKeys: [secret ? createPublicKey(secret) : publicKey(present), ...earlier.map(publicKey)],
    file: copies,
    erasures: join(dirname(copies), "erasures.jsonl"),
  };
}

/** True for what the setting of the keys may hold. */
export function areTrailKeys(setting: string): boolean {
  const [present = "", ...earlier] = setting.trim().split(/\s+/);
  try {
    const keys = [privateKey(present) ?? publicKey(present), ...earlier.map(publicKey)];
    return keys.every(({ asymmetricKeyType }) => asymmetricKeyType === "ed25519");
  } catch {
    return false;
  }
}

/** The key that signs; throws where only public ones are known. */
export function signingKey({ key }: Pick<TrailPlace, "key">): KeyObject {
  if (key) return key;
  throw new Error("HUIYIN_CHECKPOINT_KEY must begin with the private key where the trail is signed.");
}

function privateKey(text: string): KeyObject | null {
  try {
    return createPrivateKey({ key: Buffer.from(text, "base64"), format: "der", type: "pkcs8" });
  } catch {
    return null;
  }
}

const publicKey = (text: string) =>
  createPublicKey({ key: Buffer.from(text, "base64"), format: "der", type: "spki" });

const keyFile = (folder: string) => join(folder, "checkpoint-key");

function keysIn(folder: string): string {
  const path = keyFile(folder);
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    const made = writeKeys(path, [newKey()]);
    // The web and the worker start together: whoever links first has made the key, whole, and the other reads it.
    try {
      linkSync(made, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    } finally {
      rmSync(made);
    }
  }
  return readFileSync(path, "utf8");
}

const newKey = () =>
  generateKeyPairSync("ed25519").privateKey.export({ format: "der", type: "pkcs8" }).toString("base64");

function writeKeys(path: string, keys: readonly string[]): string {
  const made = `${path}.${process.pid}`;
  writeFileSync(made, `${keys.join("\n")}\n`, { mode: 0o600 });
  return made;
}

/**
 * Makes the data folder's key anew and answers it as everybody may have it. Of the keys before it the public half alone
 * stays, by which old checkpoints are checked. What signs reads the file each time, and need not be started again.
 */
export function renewKey(folder: string): string {
  const place = trailPlace({ folder });
  const made = newKey();
  renameSync(writeKeys(keyFile(folder), [made, ...place.publicKeys.map(textOf)]), keyFile(folder));
  return publicText(trailPlace({ folder }));
}

const textOf = (key: KeyObject) => key.export({ format: "der", type: "spki" }).toString("base64");

/** The present public key as everybody may have it: SPKI DER in base64. */
export const publicText = ({ publicKeys }: TrailPlace): string => publicKeys.slice(0, 1).map(textOf).join("");
