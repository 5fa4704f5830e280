import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type City, cookie, openCity, ours } from "./city.ts";
import { type Answer, knock } from "./knock.ts";

let city: City;

// A fiftieth of the usual: 12 pages a minute, 2 forms, and from one address two hundred times as much.
beforeAll(async () => {
  city = await openCity({ HUIYIN_LIMITS_SCALE: "0.02", HUIYIN_TRUSTED_PROXIES: "127.0.0.1" });
}, 300_000);

afterAll(() => city?.web.stop());

const FORM = { "Content-Type": "application/x-www-form-urlencoded" };
const get = (path: string, headers: Record<string, string>) =>
  knock(city.web.port, path, { headers: { ...ours, ...headers } });
const post = (path: string, headers: Record<string, string>, body = "a=b") =>
  knock(city.web.port, path, { method: "POST", headers: { ...ours, ...FORM, ...headers }, body });

async function until429(
  ask: () => Promise<Answer>,
  most: number,
): Promise<{ answer: Answer; before: number }> {
  for (let before = 0; before <= most; before++) {
    const answer = await ask();
    if (answer.status === 429) return { answer, before };
  }
  throw new Error(`never held back in ${most}`);
}

describe("whoever asks too often", () => {
  it("is told so on a kind page in their language, with the time to wait", async () => {
    await city.db.query("update person set locale = 'en' where role = 'supervisor'");
    for (const [role, title, lang] of [
      ["intake", "操作太快了", "zh-CN"],
      ["supervisor", "That was a little too fast", "en"],
    ] as const) {
      const { answer, before } = await until429(() => get("/notices", cookie(city.tokens.get(role))), 20);
      expect(before).toBeGreaterThanOrEqual(12);
      const page = answer.body.toString();
      expect(page).toContain(title);
      expect(page).toContain(`lang="${lang}"`);
      expect(Number(answer.headers["retry-after"])).toBeGreaterThanOrEqual(5);
      expect(answer.headers["content-security-policy"]).toContain("'nonce-");
    }
  });

  it("is told in a sentence where no page is asked for", async () => {
    const save = (headers: Record<string, string>) =>
      post("/liaison/drafts/none/what/save", { ...cookie(city.tokens.get("liaison")), ...headers });
    const { answer } = await until429(() => save({}), 10);
    expect(answer.headers["content-type"]).toBe("text/plain; charset=utf-8");
    expect(answer.body.toString()).toContain("再试");
    const { body } = await save({ Accept: "application/json" });
    expect(JSON.parse(body.toString())).toEqual({ error: answer.body.toString() });
  });

  it.each([
    "/desk/ledger.xlsx",
    "/desk/ledger.xlsx/",
    "/DESK/Ledger.XLSX",
    "/desk/ledger%2Exlsx",
    "/desk/ledger.xlsx.data",
  ])("is held back however the address is written: %s", async (path) => {
    // Of exports not one is left at a fiftieth.
    expect((await get(path, cookie(city.tokens.get("intake")))).status).toBe(429);
  });

  it("is told the time to wait by the page that refuses a guess", async () => {
    const elsewhere = { "X-Forwarded-For": "198.51.100.7" };
    const guess = () => post("/sign-in", elsewhere, "email=nobody%40huiyin.example&password=a-guess");
    const { answer, before } = await until429(guess, 12);
    expect(before).toBe(8);
    expect(Number(answer.headers["retry-after"])).toBeGreaterThan(60);
  });

  it("doesn't hold up others, nor other kinds of asking", async () => {
    await until429(() => get("/notices", cookie(city.tokens.get("auditor"))), 20);
    expect((await post("/account/language", cookie(city.tokens.get("auditor")))).status).toBe(302);
    expect((await get("/notices", cookie(city.tokens.get("custodian")))).status).toBe(200);
  });

  it("from one address is held back before anybody is asked who it is, and by the address that a proxy tells", async () => {
    const ask = (address: string) => post("/forgot", { "X-Forwarded-For": address }, "email=nobody");
    const { before } = await until429(() => ask("203.0.113.5"), 10);
    expect(before).toBe(2);
    expect((await ask("9.9.9.9, 203.0.113.5")).status).toBe(429);
    expect((await ask("203.0.113.6")).status).toBe(422);
    const network = (host: string) => ask(`2001:db8:1:2::${host}`);
    await until429(() => network("1"), 10);
    expect((await network("ffff")).status).toBe(429);
  });
});

/** What comes back on a bare socket, until it is closed or nothing came for so long. */
function say(lines: string | Buffer, patienceMs = 1500): Promise<string> {
  return new Promise((done) => {
    let said = "";
    const socket = connect({ host: "127.0.0.1", port: city.web.port }, () => socket.write(lines));
    socket.setTimeout(patienceMs, () => socket.destroy());
    socket.on("data", (chunk) => {
      said += chunk.toString("latin1");
    });
    socket.once("error", () => {});
    socket.once("close", () => done(said));
  });
}

const head = (path: string, more: string) =>
  `POST ${path} HTTP/1.1\r\nHost: huiyin.example\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\n${more}\r\n\r\n`;
const statusesIn = (said: string) => [...said.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => status);

describe("on a bare socket", () => {
  it("a body without a length is counted, and ended where it is too long", async () => {
    const chunk = `${(100_000).toString(16)}\r\n${"x".repeat(100_000)}\r\n`;
    const said = await say(
      `${head("/locale", "Transfer-Encoding: chunked")}${chunk.repeat(11)}0\r\n\r\n`,
      4000,
    );
    expect(statusesIn(said)).toEqual(["413"]);
  });

  it("a body that nobody reads doesn't stand in the next one's way", async () => {
    const body = "x".repeat(300_000);
    const next = "GET /healthz HTTP/1.1\r\nHost: huiyin.example\r\n\r\n";
    const said = await say(`${head("/no/such/page", `Content-Length: ${body.length}`)}${body}${next}`, 4000);
    expect(statusesIn(said)).toEqual(["404", "200"]);
  });

  it("an upgrade is refused, and what is hardly HTTP has the headers of everything", async () => {
    const upgrade = "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: x\r\n\r\n";
    const answers = await Promise.all([
      say(`GET / HTTP/1.1\r\nHost: huiyin.example\r\n${upgrade}`),
      say("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"),
      say("nonsense\r\n\r\n"),
      say(`GET / HTTP/1.1\r\nHost: a\r\nX: ${"y".repeat(20_000)}\r\n\r\n`),
      say(`GET / HTTP/1.1\r\nHost: a\r\n${"X: y\r\n".repeat(101)}\r\n`),
      say("GET / HTTP/1.1\r\nHost: a\r\nExpect: wonders\r\n\r\n"),
    ]);
    expect(answers.map(statusesIn)).toEqual([["400"], ["400"], ["400"], ["431"], ["431"], ["417"]]);
    for (const said of answers) expect(said).toMatch(/Cache-Control: private, no-store/i);
  });
});
