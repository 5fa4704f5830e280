import { expect, type Page, test } from "@playwright/test";
import { liaisonPoints } from "../../db/seed/liaison-points.ts";
import { act, all, choose, send, write } from "./by-hand.ts";
import { signIn } from "./people.ts";

// Without JavaScript: every page works by forms and links alone.
test.use({ javaScriptEnabled: false });

/** The act's form was answered without being done. */
async function isRefused(page: Page, path: string, fill: (page: Page) => Promise<void>) {
  await page.goto(path);
  await fill(page);
  await send(page);
  await expect(page).toHaveURL(new RegExp(`${path}$`));
}

/** The enterprise's own way from an empty draft to a number. */
async function submit(page: Page): Promise<string> {
  await page.goto("/liaison");
  await page.getByRole("button", { name: "反映问题" }).click();
  await page.waitForURL(/drafts\/.*\/what/);
  await choose("kind", "complaint")(page);
  await page.locator("main select[name=field]").selectOption("landAndConstruction");
  await page.locator("main select[name=conduct]").selectOption("delay");
  await write("title", "审图窗口三次意见不一")(page);
  await write("description", "厂房扩建图纸三次补正，每次意见都不一样，开工一再推迟。")(page);
  await send(page);
  await page.waitForURL(/drafts\/.*\/who/);
  await write("about", "审图窗口")(page);
  await send(page);
  await page.waitForURL(/drafts\/.*\/evidence/);
  await page.locator("main input[type=file]").setInputFiles({
    name: "补正通知书.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("%PDF-1.4\n"),
  });
  await page.getByRole("button", { name: "上传", exact: true }).click();
  await expect(page.getByRole("link", { name: "补正通知书.pdf" })).toBeVisible();
  await page.getByRole("button", { name: "下一步：谁可以知道" }).click();
  await page.waitForURL(/drafts\/.*\/disclosure/);
  await choose("disclosure", "confidential")(page);
  await send(page);
  await page.waitForURL(/liaison\/complaints\/HY/);
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

test("one complaint goes its whole way by hand, without JavaScript", async ({ page }) => {
  test.setTimeout(240_000);
  const said = (words: string) => expect(page.locator("main")).toContainText(words);

  await signIn(page, "wen");
  const number = await submit(page);
  await said(`已提交，件号 ${number}`);
  const own = `/liaison/complaints/${number}`;
  const desk = `/desk/complaints/${number}`;

  await signIn(page, "su");
  await act(page, `${desk}/ask-supplement`, write("question", "请补充三次补正通知的日期。"));

  await signIn(page, "wen");
  await page.goto("/liaison");
  await expect(page.getByRole("region", { name: "等您办" })).toContainText(number);
  await isRefused(page, `${own}/supplement`, async () => {});
  await expect(page.locator("main [name=answer]")).toHaveAttribute("aria-invalid", "true");
  await act(page, `${own}/supplement`, write("answer", "三次补正：9月2日、9月20日、10月11日。"));

  // The brief names the enterprise: refused, with what was typed still there.
  await signIn(page, "su");
  const assign = (brief: string) =>
    all(
      choose("grade", "B"),
      async (form) => {
        await form.locator("main select[name=lead]").selectOption({ label: "市建设局" });
      },
      write("brief", brief),
    );
  const naming = `${liaisonPoints(1)[2]?.name}反映审图意见前后不一。`;
  await isRefused(page, `${desk}/assign`, assign(naming));
  await expect(page.locator("main [name=brief]")).toHaveValue(naming);
  await expect(page.locator("main [name=grade][value=B]")).toBeChecked();
  await act(page, `${desk}/assign`, assign("某企业反映审图意见前后不一，请核实并一次性告知。"));
  await said("JB-");
  const code = ((await page.locator("main").textContent()) ?? "").match(/JB-\w{4}-\w{4}/)?.[0] ?? "";

  await signIn(page, "zhao");
  const hand = `/department/assignments/${code}`;
  await page.goto(hand);
  await expect(page.locator("body")).not.toContainText(number);
  await act(page, `${hand}/sign`, write("officer", "赵立言"));
  await act(
    page,
    `${hand}/record-first-contact`,
    all(choose("way", "throughCommission"), write("note", "已请委里转告企业补件方式。")),
  );
  await act(page, `${hand}/reply`, write("words", "意见已合并为一份清单，图纸当日通过。"));

  await signIn(page, "gu");
  await act(page, `${desk}/accept-reply`, async () => {});
  await act(page, `${desk}/feed-back`, write("words", "审图意见已一次性告知，图纸已通过。"));

  await signIn(page, "wen");
  await page.goto("/liaison");
  await expect(page.getByRole("region", { name: "等您办" })).toContainText(number);
  await act(
    page,
    `${own}/evaluate`,
    all(choose("rating", "satisfied"), choose("solved", "solved"), write("reason", "清单一次给齐。")),
  );

  await signIn(page, "gu");
  await act(page, `${desk}/apply-write-off`, write("words", "答复属实，企业满意。"));
  // Nobody writes off what they handled.
  await isRefused(page, `${desk}/approve-write-off`, write("words", "同意销号。"));
  await expect(page.locator("main [name=words]").first()).toHaveValue("同意销号。");
  await signIn(page, "shen");
  await act(page, `${desk}/approve-write-off`, write("words", "材料齐全，同意销号。"));
  await said("已销号");

  await signIn(page, "lu");
  await act(
    page,
    `${desk}/look-back`,
    all(choose("result", "held"), write("words", "新图纸均一次性告知，没有反弹。")),
  );

  await signIn(page, "wen");
  await page.goto("/liaison/file?part=solved");
  await page.getByRole("link", { name: "审图窗口三次意见不一" }).first().click();
  for (const done of ["同意销号", "委里回头看了结果"]) await said(done);
});

test("a form with nothing in it answers beside its fields and keeps what was typed", async ({ page }) => {
  await page.goto("/sign-in");
  await page.locator("input[name=email]").fill("nobody@huiyin.example");
  await page.locator("form button[type=submit]").last().click();
  await expect(page.locator("input[name=email]")).toHaveValue("nobody@huiyin.example");
  await expect(page.locator("[aria-invalid=true]").first()).toBeVisible();
});
