import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import pg from "pg";
import { runningDemo } from "../../app/operator/database.ts";
import { assigned } from "./matters.ts";
import { signIn } from "./people.ts";

const words = "反映以后，窗口的人连着三天来厂里检查，还说不撤回就天天来。";

async function noFaults(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

/** All that a department's pages say, the assignment's own among them. */
async function departmentSees(page: Page, code: string): Promise<string[]> {
  await signIn(page, "zhao");
  const said: string[] = [];
  for (const path of ["/department", "/department/all", `/department/assignments/${code}`, "/notices"]) {
    await page.goto(path);
    // A button to print comes with the scripts: read before or after them, a page says something else.
    await page.waitForLoadState("networkidle");
    said.push(...(await page.locator("nav, main").allTextContents()));
  }
  return said;
}

test("an enterprise reports retaliation: the commission has it first, the department never hears of it", async ({
  page,
}) => {
  test.setTimeout(180_000);
  const { number, code } = await assigned(page, "审图意见三次不一样");
  const before = await departmentSees(page, code);

  await signIn(page, "lin");
  await page.goto(`/liaison/complaints/${number}`);
  await page.getByRole("link", { name: "告诉委里" }).click();
  const form = page.locator("#acts form");
  await form.locator("button[type=submit]").last().click();
  await expect(page.locator("#acts")).toContainText("请填写这一项");
  await form.locator("textarea[name=words]").fill(words);
  await noFaults(page);
  await form.locator("button[type=submit]").last().click();
  await expect(page.getByRole("status").filter({ hasText: "最高优先" })).toBeVisible();
  const linked = page.locator("main").getByRole("link", { name: /^HY\d{4}-\d{5}/ });
  await expect(linked).toHaveCount(1);
  const [next] = /HY\d{4}-\d{5}/.exec((await linked.textContent()) ?? "") ?? [];

  await signIn(page, "su");
  await page.goto("/desk");
  const queue = page.getByRole("navigation", { name: "受理分办" }).locator("li");
  const own = queue.filter({ hasText: `${next}` });
  await expect(own).toContainText("最高优先");
  // Nothing stands before it that is not urgent as well.
  const all = await queue.allTextContents();
  const ahead = all.slice(
    0,
    all.findIndex((text) => text.includes(`${next}`)),
  );
  expect(ahead.filter((text) => !text.includes("最高优先"))).toEqual([]);
  await own.getByRole("link").click();
  await expect(page.locator("main")).toContainText(words);
  await page.goto(`/desk/complaints/${next}`);
  await expect(page.locator("main").getByRole("link", { name: number })).toBeVisible();
  await noFaults(page);
  // Nor can it be given to the department that it is about.
  await page.goto(`/desk/complaints/${next}/assign`);
  await expect(page.locator("main select[name=lead] option", { hasText: "市建设局" })).toHaveCount(0);
  await page.goto(`/desk/complaints/${number}`);
  await expect(page.locator("main").getByRole("link", { name: `${next}` })).toBeVisible();
  await page.goto("/desk/ledger?urgent=true");
  await expect(page.locator("main table")).toContainText(`${next}`);
  await page.goto("/notices");
  await expect(page.locator("main")).toContainText("反映受到打击报复");

  expect(await departmentSees(page, code)).toEqual(before);
});

/** Puts the question to an enterprise, as the hub does thirty days after an answer. */
async function ask(number: string) {
  const running = await runningDemo(process.env.HUIYIN_BROWSER_DATA ?? "");
  if (!running) throw new Error("The demo under test does not run.");
  const client = new pg.Client({ connectionString: running.ownerUrl });
  await client.connect();
  await client.query(
    `insert into question (id, complaint_id, nth, since_on, asked_at)
     select gen_random_uuid(), id, 30, current_date - 30, now() from complaint where number = $1`,
    [number],
  );
  await client.end();
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });

  test("whether it was treated worse since is answered with one press", async ({ page }) => {
    test.setTimeout(120_000);
    const { number } = await assigned(page, "审图意见又变了一次");
    await ask(number);
    await signIn(page, "lin");
    await page.goto(`/liaison/complaints/${number}`);
    const question = page.getByRole("region", { name: "之后有没有被区别对待？" });
    await question.getByRole("button", { name: "没有" }).click();
    await expect(page).toHaveURL(/done=1/);
    await expect(question).toHaveCount(0);
    await expect(page.locator("main")).toContainText("您回答了委里的询问");
  });

  test("and a yes is a new matter at once", async ({ page }) => {
    test.setTimeout(120_000);
    const { number } = await assigned(page, "审图意见第四次变");
    await ask(number);
    await signIn(page, "lin");
    await page.goto(`/liaison/complaints/${number}`);
    await page.getByRole("link", { name: "有", exact: true }).click();
    await page.locator("#acts textarea[name=words]").fill(words);
    await page.locator("#acts form button[type=submit]").last().click();
    await expect(page).toHaveURL(/reported=1/);
    await expect(page.locator("main")).toContainText("最高优先");
  });
});
