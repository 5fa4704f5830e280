import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createInterface } from "node:readline";
import type { Note } from "./breach.ts";
import { type Checkpoint, lineOf } from "./checkpoint.ts";

const sizeOf = async (path: string) => (await stat(path).catch(() => null))?.size ?? 0;

/** What is appended right after it was committed may be a moment late. */
const PATIENCE = { tries: 10, milliseconds: 300 };

/**
 * The copies of the checkpoints outside the database, read along with their table. Make it before the table's snapshot
 * is taken: what lies in the file by then has to be in the table, what comes later may.
 */
export class Copies {
  readonly path: string;
  readonly #sizeBefore: number;
  #lines: AsyncIterator<string> | undefined;
  #read = 0;
  #isPatient = true;

  private constructor(path: string, sizeBefore: number) {
    this.path = path;
    this.#sizeBefore = sizeBefore;
  }

  static async at(path: string): Promise<Copies> {
    return new Copies(path, await sizeOf(path));
  }

  /** Compares the next line with the next checkpoint. */
  async compare(row: Checkpoint, note: Note) {
    const line = (await this.#next()) ?? (await this.#late());
    if (line === undefined) note({ what: "copy", seq: row.nth, why: "the checkpoint has no copy" });
    else if (line !== lineOf(row)) note({ what: "copy", seq: row.nth, why: "the copy says otherwise" });
  }

  /** Whether the file goes on where the table has ended. */
  async end(note: Note) {
    const from = this.#read;
    const line = await this.#next();
    if (line !== undefined && from < this.#sizeBefore)
      note({ what: "copy", why: "the copies go on where the table has ended" });
    await this.#lines?.return?.();
  }

  async #next(): Promise<string | undefined> {
    if (!this.#lines) {
      if ((await sizeOf(this.path)) <= this.#read) return undefined;
      const input = createReadStream(this.path, { start: this.#read, encoding: "utf8" });
      this.#lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })[Symbol.asyncIterator]();
    }
    const { value, done } = await this.#lines.next();
    if (done) {
      this.#lines = undefined;
      return undefined;
    }
    this.#read += Buffer.byteLength(value) + 1;
    return value;
  }

  async #late(): Promise<string | undefined> {
    for (let nth = 0; this.#isPatient && nth < PATIENCE.tries; nth++) {
      await new Promise((done) => setTimeout(done, PATIENCE.milliseconds));
      const line = await this.#next();
      if (line !== undefined) return line;
    }
    this.#isPatient = false;
    return undefined;
  }
}
