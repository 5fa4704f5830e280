import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { guest, type PersonActor } from "../../app/domain/access/actor.ts";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import type { Command } from "../../app/domain/complaint/commands.ts";
import type { StoredFile } from "../../app/domain/complaint/complaint.ts";
import { addFiles, startDraft } from "../../app/domain/complaint/draft.server.ts";
import { type PerformRequest, perform } from "../../app/domain/complaint/perform.server.ts";
import { type Submission, submit } from "../../app/domain/complaint/submit.server.ts";
import { newId } from "../../app/domain/people/new-id.ts";
import { openSession } from "../../app/domain/people/session.server.ts";
import { pathOf } from "../../app/http/uploads.server.ts";
import { type Day, instant } from "../simulate/office-days.ts";
import { type Answer, ask, type File, type Question } from "./ask.ts";
import { setChance, setClock } from "./chance.ts";
import type { Query, WorldOffice } from "./office.ts";

/** What somebody got, and what they did for it. */
export interface Heard extends Answer {
  what: string;
}

/** Hands something over to be compared, and waits until the other world has come as far. */
export async function hear(heard: Heard) {
  process.send?.(heard);
  await once(process, "message");
}

type Name = "A" | "B";

/** The whole numbers by which chance leaves a complaint's number out, or doesn't. */
const [LEFT_OUT, NOT_LEFT_OUT] = [0, 1];

/** One of the two worlds: its office, its clock, and what may be done in it. */
export class World {
  readonly name: Name;
  readonly office: WorldOffice;
  readonly query: Query;
  readonly #port: number;
  readonly #cookies = new Map<string, string>();
  #day: Day = "";
  #at = new Date(0);
  #steps = 0;
  /** The complaints that both worlds have, by this one's numbers for them. */
  readonly shared = new Map<string, string>();
  /** Whole numbers that the next step draws first. */
  #wholes: number[] = [];

  constructor(name: Name, port: number, office: WorldOffice, query: Query) {
    this.name = name;
    this.office = office;
    this.query = query;
    this.#port = port;
  }

  get now(): Date {
    return this.#at;
  }

  /** From here on it is this time of this day; people sign in anew, because a session ends when it is left. */
  turnTo(day: Day, clock: string) {
    this.#cookies.clear();
    this.#day = day;
    this.#at = new Date(Math.max(instant(day, clock).getTime(), this.#at.getTime()));
    setClock(this.#at);
  }

  /** The next step of what both worlds do: a second later, with chance of its own. */
  step() {
    this.#at = new Date(this.#at.getTime() + 1000);
    setClock(this.#at);
    setChance(`both ${++this.#steps}`, this.#wholes.splice(0));
  }

  /** Does what only concerns an enterprise, at its own moment and by its own chance: no other world has the like. */
  async apart<T>(clock: string, what: string, does: (at: Date) => Promise<T>): Promise<T> {
    const at = instant(this.#day, clock);
    setClock(at);
    setChance(`${this.name} ${this.#day} ${what}`);
    const done = await does(at);
    setClock(this.#at);
    return done;
  }

  /** Does something at the office's time, but by this world's own chance: the other may not have it to do. */
  async aside(what: string, does: () => Promise<void>) {
    setChance(`${this.name} ${this.now.toISOString()} ${what}`, [NOT_LEFT_OUT]);
    await does();
  }

  /** Lets the next number that is given be left out, as chance may at any time. */
  leaveOutNext() {
    this.#wholes = [LEFT_OUT, NOT_LEFT_OUT];
  }

  /** Asks as somebody, and hands over what they get. */
  async ask(who: keyof WorldOffice | null, path: string, question: Question = {}): Promise<Answer> {
    const cookie = who ? await this.#cookieOf(who) : undefined;
    this.step();
    const answer = await ask(this.#port, path, { cookie, ...question });
    const method = question.method ?? (question.form ? "POST" : "GET");
    await hear({ ...answer, what: `${this.now.toISOString()} ${who ?? "nobody"} ${method} ${path}` });
    return answer;
  }

  async #cookieOf(who: keyof WorldOffice): Promise<string> {
    const known = this.#cookies.get(who);
    if (known) return known;
    this.step();
    const { personId } = this.office[who] as PersonActor;
    const token = await withActor(guest, "write", (tx) =>
      openSession(tx, personId, "Chrome · Windows", this.now),
    );
    const cookie = `__Host-huiyin_session=${token}`;
    this.#cookies.set(who, cookie);
    return cookie;
  }

  /** A step that is an act. */
  async act(
    who: keyof WorldOffice,
    on: PerformRequest["on"],
    command: Command,
    more: Partial<PerformRequest> = {},
  ) {
    this.step();
    await this.plainly(who, on, command, more);
  }

  /** An act at this world's own moment; a refusal is noted in its log, for whoever wonders. */
  async plainly(
    who: keyof WorldOffice,
    on: PerformRequest["on"],
    command: Command,
    more: Partial<PerformRequest> = {},
  ) {
    const done = await perform(this.office[who] as PersonActor, { on, command, ...more }, new Date());
    if (!done.ok)
      process.stdout.write(
        `${this.name} ${new Date().toISOString()} refused ${command.type}: ${done.refusal}\n`,
      );
  }

  /** Ends a complaint of the past at a moment of its own. */
  async decline(number: string, clock: string) {
    const reason = "属于民事纠纷，请走诉讼。";
    await this.apart(clock, `decline ${number}`, () =>
      this.plainly("su", { number }, { type: "decline", ground: "civilDispute", reason }),
    );
  }

  /** Hands in, by lin, what both worlds have; answers its number. */
  async handInShared(name: string, said: Omit<Submission, "draftId">): Promise<string> {
    this.#wholes.push(NOT_LEFT_OUT);
    this.step();
    const { number } = await this.plainlyHandIn(said);
    this.shared.set(number, name);
    return number;
  }

  plainlyHandIn(said: Omit<Submission, "draftId">) {
    return submit(this.office.lin, { ...said, draftId: null }, this.now);
  }

  /** Hands a complaint in at a moment of the enterprise's own; answers its number and its files' ids. */
  handIn(who: PersonActor, clock: string, said: Omit<Submission, "draftId">, files: readonly File[] = []) {
    return this.apart(clock, `${said.title} ${clock}`, async (at) => {
      const draftId = await startDraft(who, newId(), at);
      const stored = files.map(keep);
      await addFiles(who, draftId, stored, at);
      const { number } = await submit(who, { ...said, draftId }, at);
      return { number, files: stored.map(({ id }) => id) };
    });
  }
}

function keep({ name, bytes }: File): StoredFile {
  const storageKey = newId();
  mkdirSync(dirname(pathOf(storageKey)), { recursive: true });
  writeFileSync(pathOf(storageKey), bytes);
  const type = name.split(".").at(-1) ?? "";
  return { id: newId(), name, type, bytes: bytes.length, sha256: storageKey, storageKey };
}
