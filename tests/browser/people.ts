import type { Page } from "@playwright/test";
import { type cast, castPassword } from "../../db/seed/cast.ts";
import type { Locale } from "../../db/vocabulary.ts";

/** Signs in as one of the cast, in a page that nobody is signed in on. */
export async function signIn(page: Page, key: keyof typeof cast) {
  await page.context().clearCookies();
  await page.goto("/sign-in");
  await page.locator("input[name=email]").fill(`${key}@huiyin.example`);
  await page.locator("input[name=password]").fill(castPassword);
  await page.locator("main button[type=submit], form button[type=submit]").last().click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

/** Has the hub speak a language to whoever looks, signed in or not, as its switch does. */
export async function speak(page: Page, locale: Locale) {
  const { origin } = new URL(page.url());
  await page.request.post("/locale", { form: { locale, returnTo: "/healthz" }, headers: { origin } });
}
