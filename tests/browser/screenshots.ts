import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Browser, chromium } from "@playwright/test";
import { LOCALES } from "../../db/vocabulary.ts";
import { chromiumArguments, findOrInstallChromium } from "../support/chromium.ts";
import { signIn, speak } from "./people.ts";
import { type Place, publicPlaces, walk, walks } from "./places.ts";

// Pictures of every page of a running hub, as each of the cast, in both languages, on a phone and at a desk.

const { values } = parseArgs({
  options: {
    url: { type: "string", default: "http://127.0.0.1:3000" },
    out: { type: "string", default: "screenshots" },
    who: { type: "string", default: "" },
    dark: { type: "boolean", default: false },
  },
});
const widths = [390, 1280];

async function openPage(browser: Browser, locale: string, width: number) {
  const context = await browser.newContext({
    baseURL: values.url,
    locale,
    timezoneId: "Asia/Shanghai",
    viewport: { width, height: width === 390 ? 844 : 800 },
    colorScheme: values.dark ? "dark" : "light",
  });
  return context.newPage();
}

const fileName = (shape: string) =>
  shape
    .replace(/^\//, "")
    .replaceAll("/", "-")
    .replace(/[?&=: ]+/g, "_")
    .slice(0, 90) || "home";

async function picture(browser: Browser, who: string, places: readonly Place[]) {
  const folder = join(values.out, who);
  mkdirSync(folder, { recursive: true });
  for (const locale of LOCALES) {
    for (const width of widths) {
      const page = await openPage(browser, locale, width);
      await page.goto("/sign-in");
      if (who !== "public") await signIn(page, who as "su");
      await speak(page, locale);
      for (const { shape, path } of places) {
        await page.goto(path, { waitUntil: "networkidle" });
        const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
        if (isWide) process.stdout.write(`wider than the window at ${width}: ${who} ${locale} ${path}\n`);
        await page.screenshot({
          path: join(folder, `${fileName(shape)}.${locale}.${width}.png`),
          fullPage: true,
        });
      }
      await page.context().close();
    }
  }
}

const browser = await chromium.launch({ executablePath: findOrInstallChromium(), args: chromiumArguments });
if (!values.who || values.who === "public") await picture(browser, "public", publicPlaces);
for (const { who, starts, locale } of walks) {
  // The other of each pair would show the same pages.
  if (locale === "en" && who !== "liang") continue;
  if (values.who && values.who !== who) continue;
  const page = await openPage(browser, "zh-CN", 1280);
  await signIn(page, who);
  const { places, dead } = await walk(page, starts);
  await page.context().close();
  for (const line of dead) process.stdout.write(`leads nowhere, as ${who}: ${line}\n`);
  await picture(browser, who, places);
  process.stdout.write(`${who}: ${places.length} pages\n`);
}
await browser.close();
