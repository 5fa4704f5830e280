import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { report } from "./matters.ts";
import { signIn, speak } from "./people.ts";

async function noFaults(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

/** Opens the form of an act by its link in the bar, fills its fields, and sends it. */
async function act(page: Page, name: string, values: Record<string, string>) {
  const bar = page.locator("#acts");
  await expect(bar).toBeVisible();
  const link = bar.getByRole("link", { name, exact: true });
  // The rarer acts lie behind one press.
  if (!(await link.isVisible()))
    await bar
      .locator("details")
      .filter({ has: page.getByText(name) })
      .locator("summary")
      .click();
  await link.click();
  const form = bar.locator("form");
  await expect(form).toBeVisible();
  await noFaults(page);
  for (const [field, value] of Object.entries(values)) {
    const control = form.locator(`[name=${field}]:not([type=radio])`);
    if ((await control.count()) === 0)
      await form.locator(`[name=${field}][value=${value}]`).check({ force: true });
    else if (await control.evaluate((one) => one.tagName === "SELECT"))
      await control.selectOption({ label: value });
    else await control.fill(value);
  }
  await form.locator("button[type=submit]").last().click();
  await expect(form).toHaveCount(0);
}

/** What a colleague finds of a number: in the ledger by number and by title, in the bell, and at its address. */
async function found(page: Page, number: string, title: string) {
  const ledger = async (q: string) => {
    await page.goto(`/desk/ledger?q=${encodeURIComponent(q)}`);
    return page.locator("main tbody").getByText(number).count();
  };
  const rows = [await ledger(number), await ledger(title)];
  await page.goto("/notices");
  const told = await page.locator("main").getByText(number).count();
  const answer = (await page.goto(`/desk/complaints/${number}`))?.status();
  return { rows, isTold: told > 0, answer };
}

test("a clue leaves the sight of everybody but its enterprise and the discipline team", async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000);
  const title = `王科长要我们换材料商 ${Date.now() % 100_000}`;
  const description = "竣工验收时，王科长两次打电话来，要我们改用他介绍的材料商。";
  const number = await report(page, title, { conduct: "extortion", description });

  const colleague = await (await browser.newContext({ locale: "zh-CN" })).newPage();
  await signIn(colleague, "cheng");
  await speak(colleague, "zh-CN");
  expect(await found(colleague, number, title)).toEqual({ rows: [1, 1], isTold: true, answer: 200 });

  await signIn(page, "su");
  await page.goto(`/desk?queue=triage&open=${number}`);
  const hint = page.getByRole("status").filter({ hasText: "这件可能是线索" });
  await expect(hint).toContainText("反映的行为属于违纪");
  await noFaults(page);
  await hint.getByRole("link", { name: "移交执纪岗" }).click();
  const form = page.locator("#acts form");
  await form.locator("button[type=submit]").last().click();
  await expect(form).toContainText("请填写这一项");
  await form.locator("textarea[name=reason]").fill("点名到人，反映吃拿卡要。");
  await form.locator("button[type=submit]").last().click();
  const moved = page.getByRole("status").filter({ hasText: `${number} 已移交执纪岗` });
  await expect(moved).toBeVisible();
  await expect(moved.getByRole("link")).toHaveCount(0);

  // Before the colleague's eyes, and for who moved it as well.
  for (const who of [colleague, page])
    expect(await found(who, number, title)).toEqual({ rows: [0, 0], isTold: false, answer: 404 });

  await signIn(page, "qin");
  await expect(page).toHaveURL(/\/clues$/);
  await page.goto(`/clues?q=${number}`);
  await noFaults(page);
  await page.locator("main").getByRole("link", { name: number }).click();
  await expect(page.locator("main")).toContainText(description);
  await expect(page.locator("main")).toContainText("LXD-001");
  await noFaults(page);
  await act(page, "受理线索", { words: "已受理，正在核实。" });
  await act(page, "记一笔", { note: "已约当事人谈话。" });
  await act(page, "办结线索", { clueResult: "verified", words: "查实，已按规定处理。" });
  await expect(page.locator("main")).toContainText("线索已经办结");
  await page.goto(`/clues?state=concluded&q=${number}`);
  await expect(page.locator("main tbody")).toContainText("查实，已处理");
  expect((await page.goto("/desk/ledger"))?.status()).toBe(404);

  await signIn(page, "lin");
  await page.goto(`/liaison/complaints/${number}`);
  await expect(page.locator("main")).toContainText("线索处置");
  await expect(page.locator("main")).toContainText("查实，已按规定处理。");
  await expect(page.locator("main")).not.toContainText("已约当事人谈话");
  await expect(page.getByRole("link", { name: "告诉委里" })).toBeVisible();
  await expect(page.locator("main").getByRole("link", { name: "撤回" })).toHaveCount(0);
  await noFaults(page);
  expect(await found(colleague, number, title)).toEqual({ rows: [0, 0], isTold: false, answer: 404 });
  await colleague.context().close();
});

test("what is about the commission itself goes straight to the discipline team, and may come back", async ({
  page,
}) => {
  test.setTimeout(180_000);
  const title = `委里有人打听是谁投诉的 ${Date.now() % 100_000}`;
  const number = await report(page, title, { isAboutCommission: true });
  await signIn(page, "su");
  expect(await found(page, number, title)).toEqual({ rows: [0, 0], isTold: false, answer: 404 });
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, "qin");
  await page.goto("/clues");
  await noFaults(page);
  await page.goto(`/clues/${number}`);
  await act(page, "退回一般程序", { reason: "没有涉及个人廉洁问题。" });
  await expect(page).toHaveURL(/\/clues\?done=returnFromClue/);
  await expect(page.getByRole("status").filter({ hasText: number })).toBeVisible();
  expect((await page.goto(`/clues/${number}`))?.status()).toBe(404);
  await page.setViewportSize({ width: 1280, height: 800 });
  await signIn(page, "su");
  expect(await found(page, number, title)).toEqual({ rows: [1, 1], isTold: true, answer: 200 });
});

test("a colleague who is complained of loses sight of the matter, and others keep it", async ({ page }) => {
  test.setTimeout(180_000);
  const title = `综合岗的同事是对方的亲戚 ${Date.now() % 100_000}`;
  const number = await report(page, title);
  await signIn(page, "su");
  await page.goto(`/desk/complaints/${number}`);
  await act(page, "登记回避", { concerned: "程一诺", reason: "被反映人是其亲属。" });
  await expect(page.locator("main")).toContainText("登记了回避");
  await expect(page.locator("main")).toContainText("程一诺");
  await signIn(page, "cheng");
  expect(await found(page, number, title)).toEqual({ rows: [0, 0], isTold: false, answer: 404 });
  // Whoever is concerned may say so, and then sees it no more.
  await signIn(page, "su");
  await page.goto(`/desk/complaints/${number}`);
  await act(page, "登记回避", { concerned: "苏晚晴", reason: "我也认识对方。" });
  await expect(page.getByRole("status").filter({ hasText: `${number} 已登记您回避` })).toBeVisible();
  expect(await found(page, number, title)).toEqual({ rows: [0, 0], isTold: false, answer: 404 });
  await signIn(page, "gu");
  expect((await page.goto(`/desk/complaints/${number}`))?.status()).toBe(200);
});
