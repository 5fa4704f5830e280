import { type KeyObject, sign, verify } from "node:crypto";
import { open } from "node:fs/promises";
import { eq } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { ErasureGround } from "../../../db/vocabulary.ts";
import { worker } from "../access/actor.ts";
import { type Tx, withActor } from "../access/with-actor.server.ts";
import { eraseComplaint } from "../complaint/erase.server.ts";
import { lockCheckpoints } from "./make-checkpoint.server.ts";
import { signingKey, type TrailPlace } from "./place.server.ts";

const { complaint, erasure, person } = schema;

/** An erasure as it is kept outside the database, a line each; whoever can only write the file can't have one done. */
interface Line {
  id: string;
  complaintId: string;
  number: string;
  at: string;
  ground: ErasureGround;
  byId: string | null;
  signature: string;
}

export interface KeptErasures {
  copied: number;
  /** Done again, because a backup was restored that doesn't know of them, with the files that go with them. */
  redone: number;
  files: string[];
  /** Lines that this key hasn't signed, of which nothing is done. */
  unsigned: number;
}

/**
 * Writes down outside the database what was erased, and erases again what the database, restored from a backup, doesn't
 * know of any more. Safe to repeat, and two workers do it one after the other.
 */
export function keepErasures(place: TrailPlace): Promise<KeptErasures> {
  const { erasures, publicKeys } = place;
  const key = signingKey(place);
  return withActor(worker, "act", async (tx) => {
    await lockCheckpoints(tx);
    const file = await open(erasures, "a+", 0o600);
    try {
      const lines = await linesOf(file);
      const known = await tx
        .select({
          ...{ id: erasure.id, complaintId: erasure.complaintId, number: complaint.number },
          ...{ at: erasure.at, ground: erasure.ground, byId: erasure.byId },
        })
        .from(erasure)
        .innerJoin(complaint, eq(complaint.id, erasure.complaintId));
      const written = new Set(lines.map(({ id }) => id));
      const fresh = known.filter(({ id }) => !written.has(id));
      await file.appendFile(
        fresh
          .map((row) => `${JSON.stringify(signedBy(key, { ...row, at: row.at.toISOString() }))}\n`)
          .join(""),
      );
      if (fresh.length > 0) await file.datasync();
      const ids = new Set(known.map(({ id }) => id));
      const lost = lines.filter(({ id }) => !ids.has(id));
      const signed = lost.filter((line) => isSignedBy(publicKeys, line));
      const { redone, files } = await eraseAgain(tx, signed);
      return { copied: fresh.length, redone, files, unsigned: lost.length - signed.length };
    } finally {
      await file.close();
    }
  });
}

/** The whole lines of the file. Half a line, from a crash, is taken back. */
async function linesOf(file: Awaited<ReturnType<typeof open>>): Promise<Line[]> {
  const bytes = Buffer.alloc((await file.stat()).size);
  await file.read(bytes, 0, bytes.length, 0);
  const end = bytes.lastIndexOf("\n") + 1;
  if (end < bytes.length) await file.truncate(end);
  return bytes
    .subarray(0, end)
    .toString()
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

async function eraseAgain(tx: Tx, lines: readonly Line[]) {
  const files: string[] = [];
  let redone = 0;
  for (const { id, complaintId, at, ground, byId } of lines) {
    // One that came in after the backup isn't there to be erased.
    if ((await tx.$count(complaint, eq(complaint.id, complaintId))) === 0) continue;
    const isKnown = byId !== null && (await tx.$count(person, eq(person.id, byId))) > 0;
    await tx
      .insert(erasure)
      .values({ id, complaintId, at: new Date(at), ground, byId: isKnown ? byId : null });
    files.push(...(await eraseComplaint(tx, complaintId)));
    redone++;
  }
  return { redone, files };
}

const bytesOf = ({ id, complaintId, number, at, ground, byId }: Omit<Line, "signature">) =>
  Buffer.from(JSON.stringify(["huiyin erasure", id, complaintId, number, at, ground, byId]));

const signedBy = (key: KeyObject, line: Omit<Line, "signature">): Line => ({
  ...line,
  signature: sign(null, bytesOf(line), key).toString("base64"),
});

const isSignedBy = (publicKeys: TrailPlace["publicKeys"], line: Line): boolean =>
  publicKeys.some((key) => verify(null, bytesOf(line), key, Buffer.from(line.signature ?? "", "base64")));
