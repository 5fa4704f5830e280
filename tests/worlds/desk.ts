import { COMPLAINT_FIGURES } from "../../app/domain/figure/figure.ts";
import { LEDGER_LAMPS, LEDGER_STATUSES } from "../../app/domain/ledger/filter.ts";
import { QUEUES } from "../../app/domain/ledger/queue.ts";
import type { Random } from "../../db/seed/random.ts";
import type { World } from "./world.ts";

/** What a colleague may know of, and a number that one of the worlds gave to a matter they must not know of. */
export interface Numbers {
  known: string;
  secret: string;
}

const acts = [
  "accept",
  "decline",
  "assign",
  "merge",
  "move-to-clue",
  "recuse",
  "classify",
  "reply",
  "accept-clue",
  "none-such",
];
const words = ["图纸", "窗口", "三次", "吃拿卡要", "林知微", "云岭", "LXD-001"];

/** What somebody of the commission who must not know of a matter asks for, by chance. */
export class DeskLooks {
  readonly #world: World;
  readonly #chance: Random;
  readonly #who: readonly ("cheng" | "gu" | "zhao")[];
  constructor(world: World, chance: Random, who: readonly ("cheng" | "gu" | "zhao")[]) {
    this.#world = world;
    this.#chance = chance;
    this.#who = who;
  }

  async some(numbers: Numbers, count: number) {
    for (let nth = 0; nth < count; nth++) {
      const { path, form } = this.#question(numbers);
      const method = !form && this.#chance.next() < 0.1 ? "HEAD" : undefined;
      await this.#world.ask(this.#chance.pick(this.#who), path, { form, method });
    }
  }

  /** The counts and the number itself, whatever else chance brings. */
  async always(numbers: Numbers) {
    const number = numbers.secret;
    for (const path of [
      "/desk",
      "/desk/ledger",
      "/desk/ledger.csv",
      "/desk/ledger/sheet",
      "/desk/figures",
      `/desk/complaints/${number}`,
      `/desk?open=${number}`,
      "/notices",
    ])
      await this.#world.ask(this.#chance.pick(this.#who), path);
  }

  #question({ known, secret }: Numbers): { path: string; form?: Record<string, string> } {
    const { pick, weighted, next } = this.#chance;
    const data = next() < 0.35 ? ".data" : "";
    switch (
      weighted({ queue: 4, open: 3, secret: 4, act: 3, merge: 2, ledger: 6, export: 4, figures: 3, other: 4 })
    ) {
      case "queue":
        return { path: `/desk${data}?queue=${pick(QUEUES)}` };
      case "open":
        return { path: `/desk${data}?queue=triage&open=${pick([known, secret])}&act=${pick(acts)}` };
      case "secret":
        return {
          path: `/desk/complaints/${secret}${pick(["", "", "/identity", ...acts.map((act) => `/${act}`)])}${data}`,
        };
      case "act":
        return {
          path: `/desk/complaints/${secret}/${pick(acts)}${data}`,
          form: { reason: "试一试。", grade: "C", version: "1" },
        };
      case "merge":
        return {
          path: `/desk/complaints/${known}/merge${data}`,
          form: { primary: secret, reason: "同一事项。" },
        };
      case "ledger":
        return { path: `/desk/ledger${data}?${this.#filter(secret)}` };
      case "export":
        return { path: `/desk/ledger.${pick(["csv", "xlsx"])}?${this.#filter(secret)}` };
      case "figures":
        return {
          path: `${pick(["/desk/figures", "/desk/points", "/desk/urgings", "/desk/rules", "/desk/unreachable"])}${data}?year=2024`,
        };
      case "other":
        return {
          path: `${pick(["/notices", "/account", "/clues", `/clues/${secret}`, "/audit", "/custody", "/leader", `/liaison/complaints/${secret}`])}${data}`,
        };
    }
  }

  #filter(secret: string): URLSearchParams {
    const { pick } = this.#chance;
    return new URLSearchParams(
      pick<Record<string, string>>([
        { q: pick([secret, String(Number(secret.slice(-5))), ...words]) },
        { status: pick(LEDGER_STATUSES) },
        { lamp: pick(LEDGER_LAMPS) },
        { point: "LXD-001", sort: "due" },
        { year: "2024", figure: pick(COMPLAINT_FIGURES) },
        { year: "2024", columns: "title,point,lead,closed,lamp" },
      ]),
    );
  }
}
