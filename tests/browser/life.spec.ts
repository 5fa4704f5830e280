import { expect, type Page, test } from "@playwright/test";
import { signIn } from "./people.ts";

/** The button that sends the form of the page itself, not the shell's search or sign-out. */
async function send(page: Page) {
  await page.locator("main form[method=post] button[type=submit]:not([name])").last().click();
  await page.waitForLoadState("load");
}

/** Opens the form of an act in place, fills it, and sends it. */
async function act(page: Page, path: string, fill: (page: Page) => Promise<void>) {
  await page.goto(path);
  await fill(page);
  await send(page);
  await page.waitForURL((url) => !path.endsWith(url.pathname));
}

const write = (name: string, words: string) => (page: Page) =>
  page.locator(`main [name=${name}]:is(input,textarea)`).first().fill(words);

// Without JavaScript: every page works by forms and links alone.
test.use({ javaScriptEnabled: false });

test("one complaint goes from submission to assignment and signing by hand, without JavaScript", async ({
  page,
}) => {
  await signIn(page, "lin");
  await page.goto("/liaison");
  await page
    .locator("main form[method=post] button[type=submit], main a[href*='/liaison/drafts/']")
    .first()
    .click();
  await page.waitForURL(/drafts\/.*\/what/);
  await page.locator("main [name=kind][value=complaint]").check({ force: true });
  await page.locator("main select[name=field]").selectOption("landAndConstruction");
  await page.locator("main select[name=conduct]").selectOption("delay");
  await write("title", "图纸补正意见每次都不同")(page);
  await write("description", "厂房扩建图纸三次补正，每次意见都不一样，开工一再推迟。")(page);
  await send(page);
  await page.waitForURL(/drafts\/.*\/who/);
  await write("about", "审图窗口")(page);
  await send(page);
  await page.waitForURL(/drafts\/.*\/evidence/);
  await page.goto(page.url().replace("/evidence", "/disclosure"));
  await page.locator("main [name=disclosure][value=confidential]").check({ force: true });
  await send(page);
  await page.waitForURL(/liaison\/complaints\/HY/);
  const number = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  await expect(page.locator("main")).toContainText(number);

  await signIn(page, "su");
  await act(page, `/desk/complaints/${number}/assign`, async (desk) => {
    await desk.locator("main [name=grade][value=B]").check({ force: true });
    await desk.locator("main select[name=lead]").selectOption({ label: "市建设局" });
    await write("brief", "某企业反映审图意见前后不一，请核实并一次性告知。")(desk);
  });
  await expect(page.locator("main")).toContainText("JB-");
  const code = ((await page.locator("main").textContent()) ?? "").match(/JB-\w{4}-\w{4}/)?.[0] ?? "";

  await signIn(page, "zhao");
  await page.goto(`/department/assignments/${code}`);
  await expect(page.locator("body")).not.toContainText(number);
  await act(page, `/department/assignments/${code}/sign`, write("officer", "赵立言"));
  await act(
    page,
    `/department/assignments/${code}/reply`,
    write("words", "意见已合并为一份清单，图纸当日通过。"),
  );

  await signIn(page, "lin");
  await page.goto(`/liaison/complaints/${number}`);
  await expect(page.locator("main")).toContainText(number);
});

test("a form with nothing in it answers beside its fields and keeps what was typed", async ({ page }) => {
  await page.goto("/sign-in");
  await page.locator("input[name=email]").fill("nobody@huiyin.example");
  await page.locator("form button[type=submit]").last().click();
  await expect(page.locator("input[name=email]")).toHaveValue("nobody@huiyin.example");
  await expect(page.locator("[aria-invalid=true]").first()).toBeVisible();
});
