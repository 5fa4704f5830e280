import type { Page } from "@playwright/test";
import { type cast, castPassword } from "../../db/seed/cast.ts";

/** Signs in as one of the cast, in a page that nobody is signed in on. */
export async function signIn(page: Page, key: keyof typeof cast) {
  await page.context().clearCookies();
  await page.goto("/sign-in");
  await page.locator("input[name=email]").fill(`${key}@huiyin.example`);
  await page.locator("input[name=password]").fill(castPassword);
  await page.locator("main button[type=submit], form button[type=submit]").last().click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

/** The pages of each role that need no number to be found. */
export const places = {
  lin: ["/liaison", "/liaison/file", "/notices", "/account"],
  su: ["/desk", "/desk/ledger", "/desk/figures", "/desk/rules", "/desk/points", "/notices"],
  zhao: ["/department", "/notices"],
  xu: ["/admin/people", "/admin/mails"],
  liang: ["/notices"],
} as const;
