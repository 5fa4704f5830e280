import { expect, type Page, test } from "@playwright/test";
import pg from "pg";
import { startChild } from "../../app/operator/children.ts";
import { runningDemo } from "../../app/operator/database.ts";
import { secretsOf } from "../../app/operator/settings.ts";
import { freePort } from "../../db/embedded/port.server.ts";
import { assigned } from "./matters.ts";
import { signIn } from "./people.ts";

const folder = process.env.HUIYIN_BROWSER_DATA ?? "";

async function demo() {
  const running = await runningDemo(folder);
  if (!running) throw new Error("The demo under test does not run.");
  return running;
}

async function dueDayOf(code: string): Promise<string> {
  const client = new pg.Client({ connectionString: (await demo()).ownerUrl });
  await client.connect();
  const { rows } = await client.query("select reply_due_on::text as day from assignment where code = $1", [
    code,
  ]);
  await client.end();
  return rows[0].day;
}

/** Runs `look` on the same city as its pages stand at an instant. */
async function at(instant: string, page: Page, look: (address: string) => Promise<void>) {
  const port = String(await freePort());
  const address = `http://127.0.0.1:${port}`;
  const web = startChild({
    name: "web",
    script: ["app/http/server.ts"],
    env: {
      NODE_ENV: "production",
      HUIYIN_DEMO: "1",
      HUIYIN_SECRET: secretsOf(folder).secret,
      HUIYIN_DATA: folder,
      DATABASE_URL: (await demo()).url,
      DATABASE_DOOR_URL: (await demo()).doorUrl ?? "",
      DATABASE_JOBS_URL: (await demo()).jobsUrl,
      HOST: "127.0.0.1",
      PORT: port,
      HUIYIN_URL: address,
      HUIYIN_NOW: instant,
    },
  });
  try {
    await expect(async () => expect((await page.request.get(`${address}/healthz`)).ok()).toBe(true)).toPass();
    await look(address);
  } finally {
    await web.stop();
  }
}

test("as the days pass a matter turns from green to yellow to red, on its page and in the ledger", async ({
  browser,
  page,
}) => {
  test.setTimeout(240_000);
  const { number, code } = await assigned(page, "窗口收件标准每周不同");
  const due = await dueDayOf(code);
  const dayAfter = new Date(Date.parse(due) + 86_400_000).toISOString().slice(0, 10);
  const stands = [
    { day: due, lamp: "yellow", word: "今天到期" },
    { day: dayAfter, lamp: "red", word: "超期" },
  ];
  await signIn(page, "gu");
  await page.goto(`/desk/ledger?q=${number}&lamp=green`);
  await expect(page.getByRole("link", { name: number })).toBeVisible();
  for (const { day, lamp, word } of stands) {
    await at(`${day}T10:00:00+08:00`, page, async (address) => {
      const then = await browser.newPage({ baseURL: address, locale: "zh-CN" });
      // Somebody whom no other journey needs meanwhile: of a later day's door, the sessions of today have ended.
      await signIn(then, "lu");
      await then.goto(`/desk/ledger?q=${number}&lamp=${lamp}`);
      await expect(then.getByRole("row", { name: new RegExp(number) })).toContainText(word);
      await then.goto(`/desk/ledger?q=${number}&lamp=green`);
      await expect(then.getByRole("link", { name: number })).toHaveCount(0);
      await then.close();
    });
  }
});
