import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Random } from "../../db/seed/random.ts";
import type { Ask } from "./rows.ts";

/** What happens to the workers at a look of the watch. */
type Fate = "whole" | "both" | "killed" | "oneOfTwoKilled" | "cutOff";

const script = fileURLToPath(new URL("./worker.ts", import.meta.url));

// So must the leases of what it was sending, which run by the machine's clock.
const freeLeases = "update mail set leased_until = null where status = 'queued' and leased_until is not null";

interface Worker {
  name: string;
  child: ChildProcess;
  ready: Promise<unknown>;
}

async function firstWord(child: ChildProcess): Promise<void> {
  const died = once(child, "exit").then(() => {
    throw new Error("A worker could not start.");
  });
  await Promise.race([once(child, "message"), died]);
}

/** The hub's workers, of which any may die at any moment. */
export class Workers {
  kills = 0;
  /** What they said went wrong although nobody had touched them. */
  readonly failures: string[] = [];
  readonly #url: string;
  readonly #ask: Ask;
  readonly #chance: Random;
  #started = 0;
  /** Who was cut off may find out only at its next look. */
  #isShaken = false;
  #pool: Worker[] = [];

  constructor(url: string, ask: Ask, chance: Random) {
    this.#url = url;
    this.#ask = ask;
    this.#chance = chance;
    // One more than ever work at once, so that a dead one is replaced without waiting.
    this.#pool = [this.#start(), this.#start(), this.#start()];
  }

  #start(): Worker {
    const name = `simulated-worker-${++this.#started}`;
    const url = new URL(this.#url);
    url.searchParams.set("application_name", name);
    const child = fork(script, {
      execArgv: [],
      env: { ...process.env, DATABASE_JOBS_URL: url.href },
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    const ready = firstWord(child);
    // One that is never used is never waited for.
    ready.catch(() => {});
    return { name, child, ready };
  }

  /** Lets them look at an instant; answers whether nothing interrupted any of them. */
  async look(at: Date, mayDie: boolean): Promise<{ isWhole: boolean; isTwo: boolean }> {
    const weights = { whole: 86, both: 8, killed: 2, oneOfTwoKilled: 1, cutOff: 3 };
    const fate: Fate = mayDie ? this.#chance.weighted(weights) : "whole";
    const isTwo = fate === "both" || fate === "oneOfTwoKilled";
    const [first, second] = this.#pool as [Worker, Worker];
    const looks = [this.#order(first, at), ...(isTwo ? [this.#order(second, at)] : [])];
    const delay = this.#chance.whole(2, 60);
    if (fate === "killed" || fate === "oneOfTwoKilled") await this.#kill(first, delay);
    if (fate === "cutOff") await this.#cutOff(first, delay);
    const failures = (await Promise.all(looks)).flat();
    const isHurt = fate !== "whole" && fate !== "both";
    if (isHurt) await this.#ask(freeLeases);
    else if (!this.#isShaken) this.failures.push(...failures);
    this.#isShaken = fate === "cutOff";
    return { isWhole: !isHurt && failures.length === 0, isTwo };
  }

  async #order({ child, ready }: Worker, at: Date): Promise<string[]> {
    await ready;
    const died = new AbortController();
    const dead = once(child, "exit", { signal: died.signal }).then(
      () => ["dead"],
      () => [],
    );
    child.send(at.toISOString());
    const said = once(child, "message", { signal: died.signal }).then(
      ([failures]) => failures as string[],
      () => [],
    );
    const result = await Promise.race([said, dead]);
    died.abort();
    return result;
  }

  async #kill(worker: Worker, delayMs: number): Promise<void> {
    await worker.ready;
    await sleep(delayMs);
    this.kills++;
    worker.child.kill("SIGKILL");
    this.#pool = [...this.#pool.filter((one) => one !== worker), this.#start()];
    // A minute passes before the next look, and less in here: its transactions must be gone by then.
    while (
      (await this.#ask("select 1 from pg_stat_activity where application_name = $1", [worker.name])).length >
      0
    )
      await sleep(5);
  }

  /** Its connections break, most likely amid a transaction; it lives on. */
  async #cutOff({ name, ready }: Worker, delayMs: number): Promise<void> {
    await ready;
    await sleep(delayMs);
    this.kills++;
    await this.#ask("select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1", [
      name,
    ]);
  }

  /** Ends them all. */
  async stop(): Promise<void> {
    const ended = this.#pool.map(({ child }) => (child.exitCode === null ? once(child, "exit") : null));
    for (const { child } of this.#pool) child.kill("SIGKILL");
    await Promise.all(ended);
  }
}
