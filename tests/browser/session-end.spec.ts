import { expect, test } from "@playwright/test";
import { signIn } from "./people.ts";

// Their cookie gone is to the server what a session is that has ended by time.
test.beforeEach(async ({ page }) => {
  await page.clock.install();
  await signIn(page, "su");
  await page.goto("/desk/figures");
  // The watch begins with the scripts, and so does this button.
  await expect(page.getByRole("button", { name: /打印|Print/ })).toBeVisible();
  await page.context().clearCookies();
});

test("a page that nobody uses leaves the screen when its session has ended", async ({ page }) => {
  await page.clock.fastForward("00:59:00");
  await expect(page).toHaveURL(/\/desk\/figures$/);
  await page.clock.fastForward("00:03:00");
  await expect(page).toHaveURL(/\/sign-in\?to=%2Fdesk%2Ffigures/);
  await expect(page.locator("main dl")).toHaveCount(0);
});

test("a page into which somebody has typed stays", async ({ page }) => {
  const field = page.locator("input[name=q]").first();
  await field.fill("窗口");
  await page.clock.fastForward("01:02:00");
  await expect(page).toHaveURL(/\/desk\/figures$/);
  await expect(field).toHaveValue("窗口");
});

test("so does a form that was refused, with all that it holds", async ({ page }) => {
  await signIn(page, "su");
  await page.goto("/desk/rules?new");
  await page.waitForLoadState("networkidle");
  const summary = page.locator("textarea[name=summary]");
  await summary.fill("取消现场核验。");
  await page.locator("form:has(textarea[name=summary]) button[type=submit]").last().click();
  await expect(page.getByRole("alert")).toBeVisible();
  await page.context().clearCookies();
  await page.clock.fastForward("01:02:00");
  await expect(page).toHaveURL(/\/desk\/rules\?new$/);
  await expect(summary).toHaveValue("取消现场核验。");
});
