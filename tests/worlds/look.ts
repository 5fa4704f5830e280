import type { Random } from "../../db/seed/random.ts";
import type { Answer, File } from "./ask.ts";
import type { World } from "./world.ts";

/** What a department knows its matter by. */
export interface Hand {
  code: string;
  /** Its files, as its page links them. */
  files: string[];
  letters: string[];
}

type Who = "zhao" | "qian" | "fang" | "liang";

const sections = ["", "/unsigned", "/measures", "/answered", "/all", "/none-such"];
const forms = [
  "sign",
  "return-assignment",
  "name-officer",
  "ask-extension",
  "record-first-contact",
  "reply",
  "promise-measure",
  "report-measure",
  "apply-write-off",
  "assign",
  "none-such",
];
const words = ["云岭", "禾穗", "林知微", "审图", "91350100", "HY", "何望舒", "证照", "%", "'"];
const elsewhere = [
  "/desk",
  "/desk/ledger.csv",
  "/desk/ledger.xlsx",
  "/desk/points",
  "/clues",
  "/liaison",
  "/admin/mails",
  "/audit",
  "/leader",
  "/custody",
  "/none-such",
  "/",
  "/sign-in",
  "/print",
  "/mailbox",
  "/verify",
  "/healthz",
  "/%00",
  "/desk/complaints/HY2024-00001",
];
const someId = "01900000-0000-7000-8000-000000000000";

const isHtml = ({ headers }: Answer) => headers.some((one) => one.startsWith("text/html"));

/** The pages, data and files that a department asks for, one at a time, by chance. */
export class Looks {
  readonly #world: World;
  readonly #chance: Random;
  constructor(world: World, chance: Random) {
    this.#world = world;
    this.#chance = chance;
  }

  /** Its own page, from which it knows its files and letters. */
  async own(hand: Hand, who: Who = "zhao") {
    const path = `/department/assignments/${hand.code}`;
    const answer = await this.#world.ask(who, path);
    const page = isHtml(answer) ? answer.body.toString() : "";
    hand.files = [...new Set(page.match(/\/department\/files\/\w+\/[0-9a-f-]{36}/g))];
    hand.letters = [...new Set(page.match(/\/department\/assignments\/[\w-]+\/urgings\/[0-9a-f-]{36}/g))];
    await this.#world.ask(who, `${path}.data`);
  }

  /** So many looks at what is there and what isn't. */
  async some(hand: Hand, count: number) {
    for (let nth = 0; nth < count; nth++) await this.#one(hand);
  }

  async #one(hand: Hand) {
    const { pick, weighted } = this.#chance;
    const who = weighted({ zhao: 6, qian: 3, fang: 2, liang: 1 });
    const path = this.#path(hand);
    const method = weighted({ GET: 12, HEAD: 2, POST: 2, PUT: 1, DELETE: 1, OPTIONS: 1 });
    const form =
      method === "POST" ? { words: "", version: pick(["0", "1", "99", "x"]), q: pick(words) } : undefined;
    const headers = pick<Record<string, string>>([
      {},
      {},
      {},
      { Range: "bytes=0-9" },
      { "Accept-Language": "en" },
      { "Sec-Fetch-Site": "cross-site" },
    ]);
    await this.#world.ask(who, path, { method, form, headers });
  }

  #path({ code, files, letters }: Hand): string {
    const { pick, weighted, next } = this.#chance;
    const own = `/department/assignments/${code}`;
    const data = next() < 0.35 ? ".data" : "";
    switch (
      weighted({ list: 4, search: 3, own: 3, form: 4, wrong: 3, file: 4, letter: 3, person: 3, elsewhere: 3 })
    ) {
      case "list":
        return `/department${pick(sections)}${data}`;
      case "search":
        return `/department/${pick(["all", "answered"])}${data}?${new URLSearchParams({ q: pick([...words, code]) })}`;
      case "own":
        return `${own}${data}${pick(["", "?done=1", `?measure=${someId}`])}`;
      case "form":
        return `${own}/${pick(forms)}${data}`;
      case "wrong":
        return `/department/assignments/${pick(["JB-2222-2222", "HY2024-00001", "HY2024-00002", someId, "%20", code.toLowerCase()])}${data}`;
      case "file":
        return files.length > 0 && next() < 0.8
          ? pick(files)
          : `/department/files/${pick(["released", "evidence", "attachment"])}/${pick([someId, "1"])}`;
      case "letter":
        return letters.length > 0 && next() < 0.8
          ? `${pick(letters)}${pick(["", "/letter.docx", ".data"])}`
          : `${own}/urgings${pick(["", `/${someId}`, `/${someId}/letter.docx`])}`;
      case "person":
        return `${pick(["/notices", "/account"])}${data}`;
      case "elsewhere":
        return pick(elsewhere);
    }
  }
}

const attribute = (tag: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? "";

/** Opens the form of an act, fills it in, sends it and looks at what came of it. */
export async function fill(
  world: World,
  { code }: Hand,
  slug: string,
  values: Record<string, string>,
  files?: Record<string, File>,
) {
  const path = `/department/assignments/${code}/${slug}`;
  const page = (await world.ask("zhao", path)).body.toString();
  const hidden = (page.match(/<input[^>]*type="hidden"[^>]*>/g) ?? []).map((tag) => [
    attribute(tag, "name"),
    attribute(tag, "value"),
  ]);
  const known = hidden.filter(([name = ""]) => ["version", "commandId", "measureId"].includes(name));
  const form = { ...Object.fromEntries(known), ...values };
  await world.ask("zhao", path, { form, files });
}
