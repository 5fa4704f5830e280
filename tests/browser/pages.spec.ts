import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { places, signIn } from "./people.ts";

for (const [key, paths] of Object.entries(places)) {
  test(`the pages of ${key} open and are accessible`, async ({ page }) => {
    await signIn(page, key as keyof typeof places);
    for (const path of paths) {
      const response = await page.goto(path);
      expect([path, response?.status()]).toEqual([path, 200]);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect([path, violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`)]).toEqual([path, []]);
    }
  });
}

test("another role's pages and a foreign number are not there", async ({ page }) => {
  await signIn(page, "zhao");
  for (const path of [
    "/desk",
    "/desk/ledger",
    "/liaison",
    "/admin/people",
    "/desk/complaints/HY2025-00001",
    "/department/assignments/JB-0000-0000",
  ]) {
    const response = await page.goto(path);
    expect([path, response?.status()]).toEqual([path, 404]);
  }
});

test("the year's four numbers open exactly their lists", async ({ page }) => {
  await signIn(page, "su");
  const year = new Date().getFullYear() - 1;
  await page.goto(`/desk/figures?year=${year}`);
  for (const number of ["253", "212", "19", "51"]) {
    await expect(page.getByRole("link").filter({ hasText: number }).first()).toBeVisible();
  }
});
