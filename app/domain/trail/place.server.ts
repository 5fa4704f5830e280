import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** What the trail has outside the database: the key that signs, and the copy of what was signed. */
export interface TrailPlace {
  key: KeyObject;
  publicKey: KeyObject;
  /** The copies of the checkpoints, a line each. */
  file: string;
}

interface Settings {
  /** HUIYIN_CHECKPOINT_KEY: an Ed25519 private key, PKCS #8 DER in base64; else the data folder has one. */
  key?: string | undefined;
  /** HUIYIN_CHECKPOINTS: where the copies lie, if not in the data folder. */
  file?: string | undefined;
  folder: string;
}

/** Finds the key and the copies; the first to ask without a key makes one, for its owner's eyes alone. */
export function trailPlace({ key, file, folder }: Settings): TrailPlace {
  const secret = createPrivateKey({
    key: Buffer.from(key ?? keyIn(folder), "base64"),
    format: "der",
    type: "pkcs8",
  });
  return {
    key: secret,
    publicKey: createPublicKey(secret),
    file: resolve(file ?? join(folder, "checkpoints.jsonl")),
  };
}

function keyIn(folder: string): string {
  const path = join(folder, "checkpoint-key");
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    const { privateKey } = generateKeyPairSync("ed25519");
    const made = `${path}.${process.pid}`;
    writeFileSync(made, `${privateKey.export({ format: "der", type: "pkcs8" }).toString("base64")}\n`, {
      mode: 0o600,
    });
    // The web and the worker start together: whoever links first has made the key, whole, and the other reads it.
    try {
      linkSync(made, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    } finally {
      rmSync(made);
    }
  }
  return readFileSync(path, "utf8").trim();
}

/** The public key as everybody may have it: SPKI DER in base64. */
export const publicText = ({ publicKey }: TrailPlace): string =>
  publicKey.export({ format: "der", type: "spki" }).toString("base64");
