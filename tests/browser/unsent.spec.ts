import { expect, type Page, test } from "@playwright/test";
import { signIn, speak } from "./people.ts";

const brief = (page: Page) => page.locator("textarea[name=brief]");
const others = (page: Page) =>
  page.getByRole("navigation", { name: /^受理分办/ }).locator("a:not([aria-current])");

/** Answers what the browser asks, and keeps what it said. */
function answer(page: Page, isYes: boolean): string[] {
  const asked: string[] = [];
  page.removeAllListeners("dialog");
  page.on("dialog", async (dialog) => {
    asked.push(dialog.message());
    await (isYes ? dialog.accept() : dialog.dismiss());
  });
  return asked;
}

test.beforeEach(async ({ page }) => {
  await signIn(page, "su");
  await speak(page, "zh-CN");
  await page.goto("/desk?queue=triage");
  await others(page).first().click();
  await page.getByRole("link", { name: "交办", exact: true }).click();
  await expect(brief(page)).toBeVisible();
});

test("whoever leaves what they typed is asked first, once, and by its sending not at all", async ({
  page,
}) => {
  const opened = page.url();
  await brief(page).fill("窗口三次改变说法。");

  const stays = answer(page, false);
  await others(page).last().click();
  await expect.poll(() => stays).toEqual(["您填的内容还没有提交，离开后就没有了。确定离开吗？"]);
  await page.keyboard.press("Escape");
  expect(page.url()).toBe(opened);
  await expect(brief(page)).toHaveValue("窗口三次改变说法。");

  // The other language and a sending that is refused leave the form where it is.
  const nothing = answer(page, false);
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("button", { name: "Assign", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("Lead department");
  await expect(brief(page)).toHaveValue("窗口三次改变说法。");
  expect(nothing).toEqual([]);

  const goes = answer(page, true);
  await page.getByText("苏晚晴").or(page.getByText("Su Wanqing")).first().click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  expect(goes).toEqual(["What you typed has not been sent, and is lost once you leave. Leave all the same?"]);
});

test("a field that was put right says nothing more, while the list of faults stays", async ({ page }) => {
  await page.getByRole("button", { name: "交办", exact: true }).click();
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("转办摘要");
  const faults = await alert.getByRole("listitem").count();
  expect(faults).toBeGreaterThan(1);
  await expect(brief(page)).toHaveAttribute("aria-invalid", "true");
  await brief(page).pressSequentially("窗口");
  await expect(brief(page)).not.toHaveAttribute("aria-invalid");
  await expect(page.locator("#brief-error")).toHaveCount(0);
  await expect(page.locator("#lead-error")).toBeVisible();
  await expect(alert.getByRole("listitem")).toHaveCount(faults);
  await expect(brief(page)).toBeFocused();

  await brief(page).fill("");
  await page.getByRole("button", { name: "交办", exact: true }).click();
  await expect(page.locator("#brief-error")).toBeVisible();
});
