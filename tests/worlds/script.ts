import { prepareRelease } from "../../app/domain/attachment/prepare.server.ts";
import type { Command } from "../../app/domain/complaint/commands.ts";
import type { PerformRequest } from "../../app/domain/complaint/perform.server.ts";
import { pathOf } from "../../app/http/uploads.server.ts";
import type { Random } from "../../db/seed/random.ts";
import type { File } from "./ask.ts";
import { filesOf } from "./files.ts";
import { fill, type Hand, Looks } from "./look.ts";
import type { WorldOffice } from "./office.ts";
import { briefs, makers, type Reporter, told } from "./told.ts";
import type { World } from "./world.ts";

/** One matter of the construction bureau's, with what is done in it. No two worlds have its submission in common. */
export class Script {
  readonly world: World;
  readonly chance: Random;
  readonly #name: string;
  readonly #looks: Looks;
  readonly #by: Reporter;
  readonly #hand: Hand = { code: "", files: [], letters: [] };
  #number = "";
  #files: string[] = [];
  #assignmentId = "";
  #assisting = "";

  constructor(world: World, chance: Random, name: string) {
    this.world = world;
    this.chance = chance;
    this.#name = name;
    this.#looks = new Looks(world, chance);
    this.#by = chance.next() < 0.5 === (world.name === "A") ? "lin" : "he";
  }

  get #words() {
    return told[this.#by];
  }

  /** In each world at another time of the morning, by an enterprise that has complained another number of times. */
  async submit() {
    const { world, chance } = this;
    // Both draw what either needs, so that what they share by chance stays shared.
    const drawn = [0, 1].map(() => ({ minute: chance.whole(10, 49), earlier: chance.whole(0, 2) }));
    const { minute, earlier } = drawn[world.name === "A" ? 0 : 1] as { minute: number; earlier: number };
    const hasFiles = chance.next() < 0.4;
    const who = world.office[this.#by];
    const said = (title: string) => ({
      ...this.#words.submission,
      title: `${this.#words.submission.title} ${title}`,
    });
    for (let nth = 0; nth < earlier; nth++) {
      const { number } = await world.handIn(who, `09:0${nth}:00`, said(`${this.#name}-${nth}`));
      await world.decline(number, `09:0${nth}:30`);
    }
    const files = hasFiles ? await filesOf(makers[this.#by]) : [];
    const handedIn = await world.handIn(who, `09:${minute}:30`, said(this.#name), files);
    this.#number = handedIn.number;
    world.shared.set(handedIn.number, this.#name);
    this.#files = handedIn.files;
  }

  /** The enterprise is asked for more, and says it in its own words. */
  async supplement() {
    await this.office("su", { type: "askSupplement", question: "请补充历次意见。" });
    await this.world.apart("10:40:00", `supplement ${this.#name}`, () =>
      this.world.plainly(
        this.#by,
        { number: this.#number },
        { type: "supplement", answer: this.#words.supplement, attachments: [] },
      ),
    );
  }

  async assign() {
    const { world, chance } = this;
    world.step();
    if (this.#files.length > 0) await prepareRelease(world.office.su, this.#number, world.now, pathOf);
    await this.office("su", {
      ...{ type: "assign", grade: chance.pick(["A", "B", "C", "C"]), lead: world.office.construction },
      ...{
        assisting: chance.next() < 0.2 ? [world.office.market] : [],
        brief: chance.pick(briefs),
        release: this.#files,
      },
    });
    await this.#findHand();
  }

  /** Another department that assists does its part, which isn't looked at. */
  async assist() {
    const { world } = this;
    const [other] = await world.query<{ code: string; status: string }>(
      `select a.code, a.status from assignment a join complaint c on c.id = a.complaint_id
       where c.number = $1 and a.department_id = $2 and a.status in ('dispatched', 'signed', 'redo')`,
      [this.#number, world.office.market],
    );
    if (!other) return;
    const on = { code: other.code };
    if (other.status === "dispatched") await world.act("fang", on, { type: "sign", officer: "方亦然" });
    await world.act("fang", on, { type: "reply", words: "已配合办理。", evidence: [] });
    const [hers] = await world.query<{ id: string }>("select id from assignment where code = $1", [
      other.code,
    ]);
    this.#assisting = hers?.id ?? "";
  }

  /** The supervisor takes every answer that there is. */
  async accept() {
    for (const assignmentId of [this.#assignmentId, this.#assisting].filter(Boolean))
      await this.office("gu", { type: "acceptReply", note: "答复清楚。" }, { assignmentId });
    this.#assisting = "";
  }

  /** The newest assignment of the construction bureau; where it is the market bureau's by now, the old one stays. */
  async #findHand() {
    const [row] = await this.world.query<{ id: string; code: string }>(
      `select a.id, a.code from assignment a join complaint c on c.id = a.complaint_id
       where c.number = $1 and a.department_id = $2 order by a.dispatched_at desc, a.id desc limit 1`,
      [this.#number, this.world.office.construction],
    );
    this.#assignmentId = row?.id ?? "";
    this.#hand.code = row?.code ?? "JB-2222-2222";
  }

  /** An act of the commission's. */
  async office(who: keyof WorldOffice, command: Command, more: Partial<PerformRequest> = {}) {
    await this.world.act(who, { number: this.#number }, command, {
      assignmentId: this.#assignmentId || undefined,
      ...more,
    });
  }

  /** What the enterprise does at a moment that the department knows anyway. */
  async rate(rating: "satisfied" | "veryDissatisfied") {
    const solved = rating === "satisfied" ? "solved" : "unsolved";
    await this.world.act(
      this.#by,
      { number: this.#number },
      { type: "evaluate", rating, solved, reason: this.#words.reason },
    );
  }

  async withdraw() {
    await this.world.act(
      this.#by,
      { number: this.#number },
      { type: "withdraw", reason: this.#words.reason },
    );
  }

  /** A new matter, of which no department hears; in one of the worlds alone. */
  async complainOfRetaliation() {
    if (this.world.name === "A")
      await this.world.apart("13:00:00", `retaliation ${this.#name}`, () =>
        this.world.plainly(
          this.#by,
          { number: this.#number },
          { type: "reportRetaliation", words: this.#words.worse, attachments: [] },
        ),
      );
  }

  /** The department fills in one of its forms. */
  async fill(slug: string, values: Record<string, string>, files?: Record<string, File>) {
    await fill(this.world, this.#hand, slug, values, files);
    await this.look(1);
  }

  /** The department looks: at its own page, and around. */
  async look(count: number) {
    if (!this.#hand.code) return;
    await this.#looks.own(this.#hand, this.chance.next() < 0.7 ? "zhao" : "qian");
    await this.#looks.some(this.#hand, count);
  }

  async measureId(): Promise<string | undefined> {
    const [row] = await this.world.query<{ id: string }>(
      "select id from measure where assignment_id = $1 order by due_on desc, id desc limit 1",
      [this.#assignmentId],
    );
    return row?.id;
  }
}
