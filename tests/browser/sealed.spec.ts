import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { report } from "./matters.ts";
import { signIn } from "./people.ts";

async function noFaults(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

const point = "LXD-001";
const contact = "林知遥";

/** Opens the page of a complaint's identity as somebody of the commission. */
async function identityOf(page: Page, number: string, who: "su" | "gu" | "shen") {
  await signIn(page, who);
  await page.goto(`/desk/complaints/${number}`);
  await expect(page.locator("main")).not.toContainText(point);
  await page.locator("main").getByRole("link", { name: "身份已密封" }).click();
  await expect(page.getByRole("heading", { name: "企业身份", exact: true })).toBeVisible();
}

/** Asks that gu may know. */
async function askFor(page: Page, number: string, look = noFaults) {
  await identityOf(page, number, "su");
  const form = page.locator("main form").last();
  await form.locator("select[name=reader]").selectOption({ label: "顾长风" });
  await form.locator("button[type=submit]").click();
  await expect(form).toContainText("请填写这一项");
  await form.locator("textarea[name=purpose]").fill("要当面核对图纸，由我本人联系。");
  await look(page);
  await form.locator("button[type=submit]").click();
  await expect(page.locator("main")).toContainText("等保管人决定");
}

async function decide(
  page: Page,
  number: string,
  who: "yan" | "shi",
  word: "同意" | "不同意",
  look = noFaults,
) {
  await signIn(page, who);
  await page.goto("/custody");
  const card = page.locator("main section").filter({ hasText: number });
  await expect(card).toContainText("要当面核对图纸");
  await card.locator("textarea[name=reason]").fill("用途具体，期限不长。");
  await look(page);
  await card.getByRole("button", { name: word, exact: true }).click();
  await expect(card.locator("textarea")).toHaveCount(0);
}

const openIt = (page: Page) => page.getByRole("button", { name: "打开企业身份" });

/** Has lin report a matter that is sealed; answers its number. */
async function sealedBy(page: Page, title: string): Promise<string> {
  const number = await report(page, title, { disclosure: "sealed" });
  await expect(page.locator("main")).toContainText("密封身份");
  return number;
}

test("a sealed identity is opened by two custodians to one reader, told to its enterprise, and closed again", async ({
  page,
}) => {
  test.setTimeout(240_000);
  const number = await sealedBy(page, "审图意见一变再变，不想让人知道是我们");
  await askFor(page, number);

  await decide(page, number, "yan", "同意");
  await identityOf(page, number, "gu");
  await expect(openIt(page)).toHaveCount(0);
  await decide(page, number, "shi", "同意");

  await identityOf(page, number, "shen");
  await expect(openIt(page)).toHaveCount(0);
  await identityOf(page, number, "gu");
  await expect(page.locator("main")).not.toContainText(point);
  await openIt(page).click();
  await expect(page.locator("main")).toContainText(point);
  await expect(page.locator("main")).toContainText(contact);
  await noFaults(page);
  await page.goto(page.url().replace(/\/open$/, ""));
  await expect(page.locator("main")).not.toContainText(contact);

  await signIn(page, "lin");
  await page.goto(`/liaison/complaints/${number}`);
  const asked = page.locator("section").filter({ hasText: "谁申请过知道是您" });
  await expect(asked).toContainText("顾长风");
  await expect(asked).toContainText("打开过");
  await noFaults(page);
  await page.goto("/notices");
  await expect(page.locator("main")).toContainText("获准的人打开了密封身份");

  await identityOf(page, number, "gu");
  await page.getByText("不再需要，关上").first().click();
  await expect(page.getByText("结束以后要看只能重新申请")).toBeVisible();
  await page.getByRole("button", { name: "不再需要，关上" }).click();
  await expect(page.locator("main")).toContainText("已结束");
  await expect(openIt(page)).toHaveCount(0);
});

test("an enterprise that was confidential seals its matter later, and finds it again", async ({ page }) => {
  test.setTimeout(120_000);
  const number = await report(page, "先没有密封，后来想密封");
  await page.goto(`/liaison/complaints/${number}`);
  await page.getByRole("link", { name: "改谁可以知道" }).click();
  await noFaults(page);
  await page.locator("#acts form button[type=submit]").last().click();
  await expect(page).toHaveURL(/done=1/);
  await expect(page.locator("main")).toContainText("密封身份");
  await expect(page.getByRole("link", { name: "改谁可以知道" })).toHaveCount(0);
  await page.goto("/liaison/file");
  await expect(page.locator("main")).toContainText(number);
  await signIn(page, "su");
  await page.goto(`/desk/complaints/${number}`);
  await expect(page.locator("main")).toContainText("身份已密封");
  await expect(page.locator("main")).not.toContainText(point);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });

  test("one custodian who does not agree keeps it closed", async ({ page }) => {
    test.setTimeout(180_000);
    const number = await sealedBy(page, "没有脚本也能密封");
    // What looks for faults is a script itself.
    const unlooked = async () => {};
    await askFor(page, number, unlooked);
    await decide(page, number, "yan", "不同意", unlooked);
    await identityOf(page, number, "gu");
    await expect(page.locator("main")).toContainText("未同意");
    await expect(openIt(page)).toHaveCount(0);
  });
});
