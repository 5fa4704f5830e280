import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { LOCALES } from "../../db/vocabulary.ts";
import { signIn, speak } from "./people.ts";
import { publicPlaces, walk, walks } from "./places.ts";

// English is looked at on a phone, where its longer words are hardest to fit.
const sizes = { "zh-CN": { width: 1280, height: 800 }, en: { width: 390, height: 844 } };

/** What the page in view breaks, each with the element that does. */
async function faults(page: Page, path: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 2).map(({ html }) => `${path}: ${id}: ${html}`),
  );
}

for (const { who, locale, starts } of walks) {
  test(`every page of ${who} leads somewhere and is accessible in ${locale}`, async ({ page }) => {
    test.setTimeout(600_000);
    await page.setViewportSize(sizes[locale]);
    await signIn(page, who);
    await speak(page, locale);
    const found: string[] = [];
    // What a script stumbles over, a page drawn differently by the server among it.
    page.on("pageerror", ({ message }) => found.push(`${page.url()}: ${message}`));
    const { dead } = await walk(page, starts, async ({ path }) => {
      found.push(...(await faults(page, path)));
    });
    expect({ dead, found }).toEqual({ dead: [], found: [] });
  });
}

for (const locale of LOCALES) {
  test(`every page at the door is accessible in ${locale}`, async ({ page }) => {
    await page.setViewportSize(sizes[locale]);
    await page.goto("/sign-in");
    await speak(page, locale);
    for (const { path } of publicPlaces) {
      await page.goto(path);
      expect(await faults(page, path)).toEqual([]);
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
