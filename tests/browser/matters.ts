import { expect, type Page } from "@playwright/test";
import { signIn } from "./people.ts";

/** Presses the button that sends the form which is open on the page. */
export async function send(page: Page) {
  await page.locator("main form[method=post] button[type=submit]:not([name])").last().click();
}

/** Opens an act by its name, fills its form, and sends it. */
export async function act(page: Page, name: string, fill: (page: Page) => Promise<void>) {
  await page.locator("main").getByRole("link", { name, exact: true }).first().click();
  const send = page.locator("#acts form button[type=submit]").last();
  await expect(send).toBeVisible();
  await fill(page);
  await send.click();
  await expect(page.locator("#acts form")).toHaveCount(0);
}

const ordinary = {
  conduct: "delay",
  description: "厂房扩建图纸三次补正，每次意见都不一样，开工一再推迟。",
  isAboutCommission: false,
  disclosure: "confidential",
};

/** Reports a matter as lin and answers its number. */
export async function report(
  page: Page,
  title: string,
  told: Partial<typeof ordinary> = {},
): Promise<string> {
  const { conduct, description, isAboutCommission, disclosure } = { ...ordinary, ...told };
  await signIn(page, "lin");
  await page.goto("/liaison");
  await page.getByRole("button", { name: "反映问题" }).first().click();
  await page.waitForURL(/drafts\/.*\/what/);
  await page.getByRole("radio", { name: "投诉" }).check();
  await page.locator("select[name=field]").selectOption("landAndConstruction");
  await page.locator("select[name=conduct]").selectOption(conduct);
  await page.locator("[name=title]").fill(title);
  await page.locator("[name=description]").fill(description);
  await send(page);
  await page.waitForURL(/drafts\/.*\/who/);
  await page.locator("[name=about]").fill("审图窗口");
  if (isAboutCommission) await page.locator("[name=aboutCommission]").check();
  await send(page);
  await page.waitForURL(/drafts\/.*\/evidence/);
  await page.goto(page.url().replace("/evidence", "/disclosure"));
  await page.locator(`[name=disclosure][value=${disclosure}]`).check({ force: true });
  await send(page);
  await page.waitForURL(/liaison\/complaints\/HY/);
  return new URL(page.url()).pathname.split("/")[3] ?? "";
}

/** Has lin report a matter and su assign it to the construction bureau. */
export async function assigned(page: Page, title: string): Promise<{ number: string; code: string }> {
  const number = await report(page, title);
  await signIn(page, "su");
  await page.goto(`/desk/complaints/${number}/assign`);
  await page.locator("main [name=grade][value=B]").check({ force: true });
  await page.locator("main select[name=lead]").selectOption({ label: "市建设局" });
  await page.locator("main textarea[name=brief]").fill("某企业反映审图意见前后不一，请核实。并一次性告知。");
  await page
    .locator("main form")
    .filter({ has: page.locator("[name=brief]") })
    .locator("button[type=submit]:not([name])")
    .last()
    .click();
  await expect(page.locator("main")).toContainText(/JB-\w{4}-\w{4}/);
  const code = ((await page.locator("main").textContent()) ?? "").match(/JB-\w{4}-\w{4}/)?.[0] ?? "";
  return { number, code };
}
