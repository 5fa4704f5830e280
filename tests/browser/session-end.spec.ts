import { expect, test } from "@playwright/test";
import { signIn } from "./people.ts";

// Their cookie gone is to the server what a session is that has ended by time.
test.beforeEach(async ({ page }) => {
  await page.clock.install();
  await signIn(page, "su");
  await page.goto("/desk/ledger");
  await expect(page.locator("table tbody tr").first()).toBeVisible();
  await page.context().clearCookies();
});

test("a page that nobody uses leaves the screen when its session has ended", async ({ page }) => {
  await page.clock.fastForward("00:59:00");
  await expect(page).toHaveURL(/\/desk\/ledger$/);
  await page.clock.fastForward("00:03:00");
  await expect(page).toHaveURL(/\/sign-in\?to=%2Fdesk%2Fledger/);
  await expect(page.locator("table")).toHaveCount(0);
});

test("a page into which somebody has typed stays", async ({ page }) => {
  const field = page.locator("input[name=q]").first();
  await field.fill("窗口");
  await page.clock.fastForward("01:02:00");
  await expect(page).toHaveURL(/\/desk\/ledger$/);
  await expect(field).toHaveValue("窗口");
});
