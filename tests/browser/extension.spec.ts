import { expect, test } from "@playwright/test";
import { act, assigned } from "./matters.ts";
import { signIn } from "./people.ts";

/** A working day so many weeks from now: the same day of the week, from a Monday on. */
function weekdayIn(days: number): string {
  const day = new Date(Date.now() + days * 86_400_000);
  while (day.getUTCDay() === 0 || day.getUTCDay() === 6) day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}

test("a department asks for an extension and gets it, and the enterprise is told why", async ({ page }) => {
  test.setTimeout(180_000);
  const { number, code } = await assigned(page, "验收标准前后不一");
  await signIn(page, "zhao");
  await page.goto(`/department/assignments/${code}`);
  await act(page, "签收", (form) => form.locator("#acts [name=officer]").fill("赵立言"));

  // Longer than the period itself is refused in words, and what was typed stays.
  await page.getByRole("link", { name: "申请延期" }).click();
  const until = page.locator("#acts [name=until]");
  const reason = page.locator("#acts [name=reason]");
  await until.fill(weekdayIn(120));
  await reason.fill("需要现场复核三处点位。");
  await page.locator("#acts form button[type=submit]").last().click();
  await expect(page.locator("#acts")).toContainText("延长的时间不能超过原来的期限");
  await expect(reason).toHaveValue("需要现场复核三处点位。");
  const day = weekdayIn(28);
  await until.fill(day);
  await page.locator("#acts form button[type=submit]").last().click();
  await expect(page.locator("#acts form")).toHaveCount(0);
  await expect(page.getByRole("link", { name: "申请延期" })).toHaveCount(0);

  await signIn(page, "gu");
  await page.goto(`/desk/complaints/${number}`);
  await act(page, "决定延期", async (form) => {
    await form.locator("#acts [name=decision][value=granted]").check({ force: true });
    await form.locator("#acts [name=reason]").fill("现场情况复杂，同意延期一次。");
  });

  await signIn(page, "lin");
  await page.goto(`/liaison/complaints/${number}`);
  await expect(page.locator("main")).toContainText("现场情况复杂，同意延期一次。");
  await expect(page.locator("main")).not.toContainText("需要现场复核三处点位。");
});
