import { AsyncLocalStorage } from "node:async_hooks";
import { type Actor, personIdOf } from "./actor.ts";
import type { Tx, Unit } from "./with-actor.server.ts";

const running = new AsyncLocalStorage<Snapshot>();
const inUnit = new AsyncLocalStorage<true>();

/** The snapshot of the loader that this code runs in; none elsewhere, nor in what outlives the loaders. */
export function snapshotHere(): Snapshot | undefined {
  const snapshot = running.getStore();
  return snapshot?.isRunning ? snapshot : undefined;
}

/**
 * What the loaders of one request read: one read-only transaction on one connection, opened by the first
 * read and given back when the last loader is done. Units of work of one request take turns, so that it
 * never holds two connections, and waiting for each other can't exhaust the pool.
 */
export class Snapshot {
  #loaders = 0;
  #open: { actor: Actor; unit: Unit } | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #failure: { error: unknown } | undefined;

  get isRunning(): boolean {
    return this.#loaders > 0;
  }

  /** Runs one loader; loaders that run at the same time share. */
  async during<T>(load: () => Promise<T>): Promise<T> {
    this.#loaders += 1;
    try {
      return await running.run(this, load);
    } finally {
      this.#loaders -= 1;
      if (this.#loaders === 0) await this.#inTurn(() => this.#close());
    }
  }

  /** Reads in the shared transaction; another actor than before gets one of its own, after the first. */
  read<T>(actor: Actor, open: () => Promise<Unit>, fn: (tx: Tx) => Promise<T>): Promise<T> {
    return this.#inTurn(async () => {
      // PostgreSQL answers nothing more after an error, and what went wrong is the first one.
      if (this.#failure) throw this.#failure.error;
      try {
        if (this.#open && !isSame(this.#open.actor, actor)) await this.#close();
        this.#open ??= { actor, unit: await open() };
        return await fn(this.#open.unit.tx);
      } catch (error) {
        // What is thrown without being an error, such as a redirect, leaves the transaction whole, if there is one.
        if (error instanceof Error || !this.#open) await this.#fail(error);
        throw error;
      }
    });
  }

  /** Runs a unit of work of its own; what is read afterwards is read anew. */
  apart<T>(work: () => Promise<T>): Promise<T> {
    return this.#inTurn(async () => {
      await this.#close();
      return work();
    });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (inUnit.getStore()) throw new Error("a unit of work inside another would wait for itself");
    const turn = this.#turn.then(() => inUnit.run(true, work));
    this.#turn = turn.catch(() => {});
    return turn;
  }

  async #fail(error: unknown) {
    this.#failure = { error };
    await this.#close();
  }

  // Nothing was written, so that an end which fails loses nothing; the unit discards such a connection.
  async #close() {
    const open = this.#open;
    this.#open = undefined;
    await open?.unit.close("commit").catch(() => {});
  }
}

const isSame = (a: Actor, b: Actor) => a.kind === b.kind && personIdOf(a) === personIdOf(b);
