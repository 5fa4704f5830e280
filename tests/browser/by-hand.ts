import { expect, type Page } from "@playwright/test";
import { signIn } from "./people.ts";

// Acts done by their addresses and plain forms, with or without JavaScript.

/** The button that sends the form of the page itself, not the shell's search or sign-out. */
export async function send(page: Page) {
  await page.locator("main form[method=post] button[type=submit]:not([name])").last().click();
  await page.waitForLoadState("load");
}

/** Opens the form of an act in place, fills it, and sends it. */
export async function act(page: Page, path: string, fill: (page: Page) => Promise<void>) {
  await page.goto(path);
  await fill(page);
  await send(page);
  await page.waitForURL((url) => !path.endsWith(url.pathname));
}

export const write = (name: string, words: string) => (page: Page) =>
  page.locator(`main [name=${name}]:is(input,textarea)`).first().fill(words);

export const choose = (name: string, value: string) => (page: Page) =>
  page.locator(`main [name=${name}][value=${value}]`).check({ force: true });

export const all =
  (...fills: ((page: Page) => Promise<void>)[]) =>
  async (page: Page) => {
    for (const fill of fills) await fill(page);
  };

/** Carries a submitted complaint through commission and department, until its enterprise has the answer. */
export async function answer(page: Page, number: string) {
  const desk = `/desk/complaints/${number}`;
  await signIn(page, "su");
  await act(
    page,
    `${desk}/assign`,
    all(
      choose("grade", "C"),
      async (form) => {
        await form.locator("main select[name=lead]").selectOption({ label: "市建设局" });
      },
      write("brief", "某企业反映审图意见前后不一，请核实并一次性告知。"),
    ),
  );
  await expect(page.locator("main")).toContainText("JB-");
  const code = ((await page.locator("main").textContent()) ?? "").match(/JB-\w{4}-\w{4}/)?.[0] ?? "";
  await signIn(page, "zhao");
  await act(page, `/department/assignments/${code}/sign`, write("officer", "赵立言"));
  await act(page, `/department/assignments/${code}/reply`, write("words", "意见已合并为一份清单。"));
  await signIn(page, "gu");
  await act(page, `${desk}/accept-reply`, async () => {});
  await act(page, `${desk}/feed-back`, write("words", "审图意见已一次性告知，图纸已通过。"));
}
