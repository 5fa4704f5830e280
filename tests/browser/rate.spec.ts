import AxeBuilder from "@axe-core/playwright";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { all, answer, choose, send, write } from "./by-hand.ts";
import { signIn } from "./people.ts";

// From the mail to the rating, without JavaScript and without signing in.
test.use({ javaScriptEnabled: false });
test.setTimeout(240_000);

const title = "验收排期三次推后";

async function report(page: Page): Promise<string> {
  await signIn(page, "wen");
  await page.goto("/liaison");
  await page.getByRole("button", { name: "反映问题" }).first().click();
  await page.waitForURL(/drafts\/.*\/what/);
  await choose("kind", "complaint")(page);
  await page.locator("main select[name=field]").selectOption("landAndConstruction");
  await page.locator("main select[name=conduct]").selectOption("delay");
  await write("title", title)(page);
  await write("description", "厂房完工两个月，验收排期三次推后，每次都没有说明原因。")(page);
  await send(page);
  await page.waitForURL(/drafts\/.*\/who/);
  await write("about", "验收窗口")(page);
  await send(page);
  await page.waitForURL(/drafts\/.*\/evidence/);
  await page.goto(page.url().replace("/evidence", "/disclosure"));
  await choose("disclosure", "confidential")(page);
  await send(page);
  await page.waitForURL(/liaison\/complaints\/HY/);
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

/** The link that the demo's mailbox shows in the mail about the answer. */
async function linkFor(page: Page, number: string): Promise<string> {
  await page.goto("/mailbox?to=wen@huiyin.example");
  await page
    .getByRole("link", { name: new RegExp(`${number} 有了答复，请您评价`) })
    .first()
    .click();
  return (await page.getByRole("link", { name: "打开邮件里的链接" }).getAttribute("href")) ?? "";
}

/** Looks at a page with scripts, as somebody else, for what a screen reader would stumble over. */
async function faultsOf(browser: Browser, address: string) {
  const context = await browser.newContext({ javaScriptEnabled: true });
  const page = await context.newPage();
  await page.goto(address);
  const { violations } = await new AxeBuilder({ page }).analyze();
  await context.close();
  return violations;
}

test("an enterprise rates an answer from its mail, and again from the system", async ({ page, browser }) => {
  const number = await report(page);
  await answer(page, number);
  await page.context().clearCookies();
  const link = await linkFor(page, number);

  await page.goto(link);
  const body = page.locator("body");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(number);
  await expect(body).not.toContainText(title);
  await expect(body).not.toContainText("审图意见已一次性告知");
  await expect(page.getByRole("navigation")).toHaveCount(0);

  // Looking at it, as a mail scanner does, uses nothing up.
  expect(await faultsOf(browser, link)).toEqual([]);

  // Sent without a reason: told beside the field, with what was chosen still there.
  await all(choose("rating", "satisfied"), choose("solved", "solved"))(page);
  await send(page);
  await expect(page.locator("main [name=reason]")).toHaveAttribute("aria-invalid", "true");
  await expect(page.locator("main [name=rating][value=satisfied]")).toBeChecked();
  await write("reason", "排期当天就定了。")(page);
  await send(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("评价收到了，谢谢");

  // Once: afterwards, and with a letter missing, the link says so and leads to the sign-in.
  expect((await page.goto(link))?.status()).toBe(410);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("这封邮件里的链接已经用过");
  expect((await page.goto(link.slice(0, -1)))?.status()).toBe(410);
  await expect(page.getByRole("link", { name: "登录" })).toBeVisible();
  expect(await faultsOf(browser, link)).toEqual([]);

  await signIn(page, "wen");
  await page.goto(`/liaison/complaints/${number}`);
  await page.locator("main").getByRole("link", { name: "重新评价" }).first().click();
  const again = all(
    choose("rating", "dissatisfied"),
    choose("solved", "partly"),
    write("reason", "排期又推后了。"),
  );
  await again(page);
  await send(page);
  await expect(page.locator("main")).toContainText("您重新作了评价");

  const seen = await browser.newPage({ javaScriptEnabled: true });
  await signIn(seen, "gu");
  await seen.goto(`/desk/complaints/${number}`);
  await expect(seen.locator("main")).toContainText("排期又推后了。");
  await seen.close();
});
