import { open } from "node:fs/promises";
import { asc, gt } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import { worker } from "../access/actor.ts";
import { withActor } from "../access/with-actor.server.ts";
import { lineOf } from "./checkpoint.ts";
import { lockCheckpoints } from "./make-checkpoint.server.ts";

const { checkpoint } = schema;
/** More than the longest line. */
const TAIL_BYTES = 4096;
const BATCH = 1000;

/**
 * Appends to the file the checkpoints that it lacks at its end, so that what a full disk or a crash left out is
 * made up for. Nothing before its end is ever written again. Answers how many were added.
 */
export function copyCheckpoints(path: string): Promise<number> {
  return withActor(worker, "act", async (tx) => {
    await lockCheckpoints(tx);
    const file = await open(path, "a+", 0o600);
    try {
      let copied = 0;
      for (let last = await lastIn(file); ; ) {
        const rows = await tx
          .select()
          .from(checkpoint)
          .where(gt(checkpoint.nth, last))
          .orderBy(asc(checkpoint.nth))
          .limit(BATCH);
        if (rows.length === 0) break;
        await file.appendFile(rows.map((row) => `${lineOf(row)}\n`).join(""));
        copied += rows.length;
        last = rows.at(-1)?.nth ?? last;
      }
      if (copied > 0) await file.datasync();
      return copied;
    } finally {
      await file.close();
    }
  });
}

/** The number of the last whole line, 0 in an empty file. Half a line, from a crash, is taken back. */
async function lastIn(file: Awaited<ReturnType<typeof open>>): Promise<number> {
  const { size } = await file.stat();
  const from = Math.max(0, size - TAIL_BYTES);
  const { buffer } = await file.read(Buffer.alloc(size - from), 0, size - from, from);
  const end = buffer.lastIndexOf("\n") + 1;
  if (end < buffer.length) await file.truncate(from + end);
  const line = buffer.subarray(0, end).toString().trimEnd().split("\n").at(-1);
  return line ? Number(JSON.parse(line).nth) : 0;
}
