import { expect, type Page, test } from "@playwright/test";
import { answer } from "./by-hand.ts";
import { signIn, speak } from "./people.ts";

// An enterprise manager's day on a phone, by what is read on the page.
test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

const pdf = Buffer.from("%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n");
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const program = Buffer.from("MZ\x90\x00 this is a program, whatever its name says");

async function beginReport(page: Page) {
  await page.goto("/liaison");
  await page.getByRole("button", { name: "反映问题" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("发生了什么事？");
}

async function tellWhat(page: Page, title: string) {
  await page.getByRole("radio", { name: "投诉" }).check();
  await page.getByLabel("领域").selectOption({ label: "用地规划与工程审批" });
  await page.getByLabel("行为", { exact: true }).selectOption({ label: "慢作为" });
  await page.getByLabel("一句话说清楚").fill(title);
  await page.getByLabel("事情经过").fill("厂房扩建图纸三次补正，每次意见都不一样，开工一再推迟。");
}

/** Reports a matter in the fewest steps and answers its number. */
async function report(page: Page, title: string): Promise<string> {
  await beginReport(page);
  await tellWhat(page, title);
  await page.getByRole("button", { name: "下一步：哪个单位" }).click();
  await page.getByLabel("反映的是哪个单位").fill("审图窗口");
  await page.getByRole("button", { name: "下一步：有什么材料" }).click();
  await page.getByRole("button", { name: "下一步：谁可以知道" }).click();
  await page.getByRole("radio", { name: "不告诉部门是谁" }).check();
  await page.getByRole("button", { name: "提交" }).click();
  await page.waitForURL(/complaints\/HY/);
  return numberIn(page);
}

const numberIn = (page: Page) => new URL(page.url()).pathname.split("/")[3] ?? "";

test("a report survives a closed browser, keeps good files and refuses a disguised one, and is submitted once", async ({
  browser,
  page,
}) => {
  await signIn(page, "lin");
  await beginReport(page);

  // Nothing filled in: the answer stands beside the fields, and what was typed stays.
  await page.getByLabel("一句话说清楚").fill("图纸补正意见每次都不同");
  await page.getByRole("button", { name: "下一步：哪个单位" }).click();
  await expect(page.getByText("请改正后再提交")).toBeVisible();
  await expect(page.getByLabel("事情经过")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("一句话说清楚")).toHaveValue("图纸补正意见每次都不同");

  await tellWhat(page, "图纸补正意见每次都不同");
  await expect(page.getByRole("status").filter({ hasText: "草稿已保存" })).toBeVisible();
  const state = await page.context().storageState();
  await page.close();

  const again = await browser.newContext({ storageState: state, viewport: { width: 390, height: 844 } });
  const phone = await again.newPage();
  await phone.goto("/liaison");
  await phone
    .getByRole("link", { name: /接着写\s*图纸补正意见每次都不同/ })
    .first()
    .click();
  await expect(phone.getByRole("heading", { level: 1 })).toContainText("是哪个单位");
  await phone.getByRole("button", { name: "上一步" }).click();
  await expect(phone.getByLabel("事情经过")).toHaveValue(/三次补正/);
  await phone.getByRole("button", { name: "下一步：哪个单位" }).click();
  await phone.getByLabel("反映的是哪个单位").fill("审图窗口");
  await phone.getByRole("button", { name: "下一步：有什么材料" }).click();

  await phone.getByLabel("拍照或选择文件").setInputFiles([
    { name: "补正通知书.pdf", mimeType: "application/pdf", buffer: pdf },
    { name: "窗口照片.png", mimeType: "image/png", buffer: png },
    { name: "往来函件.pdf", mimeType: "application/pdf", buffer: program },
  ]);
  const files = phone.getByRole("list", { name: "已选的文件" }).getByRole("listitem");
  await expect(files.filter({ hasText: "补正通知书.pdf" })).toContainText("已上传");
  await expect(files.filter({ hasText: "窗口照片.png" })).toContainText("已上传");
  await expect(files.filter({ hasText: "往来函件.pdf" })).toContainText("不是可以收的文件类型");
  await phone.reload();
  await expect(files).toHaveCount(2);

  await phone.getByRole("button", { name: "下一步：谁可以知道" }).click();
  await expect(phone.getByRole("region", { name: "谁看得到什么" })).toBeVisible();
  await expect(phone.getByText("2 份材料")).toBeVisible();
  await phone.getByRole("radio", { name: "不告诉部门是谁" }).check();
  const submitted = phone.url();
  await phone.getByRole("button", { name: "提交" }).dblclick();
  await phone.waitForURL(/complaints\/HY/);
  const number = numberIn(phone);
  await expect(phone.getByText(`已提交，件号 ${number}`)).toBeVisible();
  await expect(phone.getByText(/前告诉您受不受理/).first()).toBeVisible();
  // The draft's own address now leads to what it became.
  await phone.goto(submitted);
  await expect(phone).toHaveURL(new RegExp(number));
  await expect(phone.getByRole("link", { name: "窗口照片.png" })).toBeVisible();
  await again.close();
});

test("a second tab on a draft writes over nothing that it hasn't shown", async ({ context, page }) => {
  await signIn(page, "lin");
  await beginReport(page);
  await tellWhat(page, "两个窗口写的一件");
  await expect(page.getByRole("status").filter({ hasText: "草稿已保存" })).toBeVisible();
  const second = await context.newPage();
  await second.goto(page.url());
  await page.getByLabel("事情经过").fill("第一个窗口后来补写的一段");
  // Left before the typing rested: the words are kept all the same.
  await page.goBack();
  await page.goForward();
  await expect(page.getByLabel("事情经过")).toHaveValue("第一个窗口后来补写的一段");

  await second.getByLabel("一句话说清楚").fill("第二个窗口改的标题");
  await expect(second.getByText("别的窗口改过这一步")).toBeVisible();
  await second.getByRole("button", { name: "下一步：哪个单位" }).click();
  await expect(second.getByText("这份草稿在别的窗口改过")).toBeVisible();
  await expect(second.getByText("第一个窗口后来补写的一段")).toBeVisible();
  await expect(second.getByLabel("一句话说清楚")).toHaveValue("第二个窗口改的标题");
  await second.getByRole("button", { name: "下一步：哪个单位" }).click();
  await expect(second.getByRole("heading", { level: 1 })).toContainText("是哪个单位");
  await second.getByRole("button", { name: "上一步" }).click();
  await expect(second.getByLabel("一句话说清楚")).toHaveValue("第二个窗口改的标题");
  await expect(second.getByLabel("事情经过")).toHaveValue(/三次补正/);
});

test("what was sent without a session is sent again, and answered beside its fields", async ({ page }) => {
  await signIn(page, "lin");
  await beginReport(page);
  await page.getByLabel("一句话说清楚").fill("登录已经结束时写的标题");
  const cookies = await page.context().cookies();
  await page.route("**/save", (route) => route.abort());
  await page.context().addCookies(cookies.map((one) => ({ ...one, value: `${one.value}x` })));
  await page.getByRole("button", { name: "下一步：哪个单位" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("您已经退出登录");
  await page.context().addCookies(cookies);
  await page.getByRole("button", { name: "重新提交" }).click();
  await expect(page.getByLabel("一句话说清楚")).toHaveValue("登录已经结束时写的标题");
  await expect(page.getByLabel("事情经过")).toHaveAttribute("aria-invalid", "true");
});

test("files chosen before the scripts run are uploaded once they do", async ({ page }) => {
  await signIn(page, "lin");
  await beginReport(page);
  const evidence = page.url().replace("/what", "/evidence");
  let letScriptsGo = () => {};
  const held = new Promise<void>((resolve) => {
    letScriptsGo = resolve;
  });
  await page.route(
    (url) => url.pathname.endsWith(".js") || url.pathname.includes("/@") || url.pathname.startsWith("/app/"),
    async (route) => {
      await held;
      await route.continue();
    },
  );
  await page.goto(evidence, { waitUntil: "commit" });
  await page
    .getByLabel("拍照或选择文件")
    .setInputFiles({ name: "早选的.pdf", mimeType: "application/pdf", buffer: pdf });
  letScriptsGo();
  await expect(page.getByRole("listitem").filter({ hasText: "早选的.pdf" })).toContainText("已上传");
});

test("whoever goes on while a file is under way is held until it has arrived", async ({ page }) => {
  await signIn(page, "lin");
  await beginReport(page);
  await page.goto(page.url().replace("/what", "/evidence"));
  let letItArrive = () => {};
  const held = new Promise<void>((resolve) => {
    letItArrive = resolve;
  });
  await page.route(
    (url) => url.pathname.endsWith("/attachments"),
    async (route) => {
      await held;
      await route.continue();
    },
  );
  await page
    .getByLabel("拍照或选择文件")
    .setInputFiles({ name: "慢慢传.pdf", mimeType: "application/pdf", buffer: pdf });
  await page.getByRole("button", { name: "下一步：谁可以知道" }).click();
  await expect(page.getByText("还有 1 份没传完")).toBeVisible();
  await expect(page).toHaveURL(/evidence$/);
  letItArrive();
  await page.waitForURL(/disclosure$/);
  await expect(page.getByText("慢慢传.pdf")).toBeVisible();
});

test("the enterprise supplements what is asked, and withdraws another with a reason", async ({
  browser,
  page,
}) => {
  await signIn(page, "lin");
  const asked = await report(page, "验收资料要求说法不一");
  const other = await report(page, "缴费通知没有依据");

  const office = await (await browser.newContext()).newPage();
  await signIn(office, "su");
  await office.goto(`/desk/complaints/${asked}/ask-supplement`);
  await office.getByLabel("要企业补充什么").fill("请补充三次补正通知的日期。");
  await office.locator("#acts form, main form").getByRole("button", { name: "请企业补正" }).last().click();
  await office.waitForURL(({ pathname }) => pathname.endsWith(asked));
  await office.context().close();

  await page.goto("/liaison");
  const turn = page.getByRole("region", { name: "等您办" }).getByRole("listitem").filter({ hasText: asked });
  await expect(turn).toContainText("补充");
  await turn.getByRole("link", { name: /^补充说明/ }).click();
  await expect(page.getByText("请补充三次补正通知的日期。").first()).toBeVisible();
  await page.getByRole("button", { name: "补充说明" }).click();
  await expect(page.getByLabel("补充说明", { exact: true })).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("补充说明", { exact: true }).fill("三次补正：9月2日、9月20日、10月11日。");
  await page.getByRole("button", { name: "补充说明" }).click();
  await expect(page.getByText("办好了，记录在下面。")).toBeVisible();
  await expect(page.getByText("9月2日、9月20日")).toBeVisible();

  await page.goto(`/liaison/complaints/${other}`);
  await page.getByRole("link", { name: "撤回" }).click();
  await page.getByRole("button", { name: "撤回" }).click();
  await expect(page.getByLabel("理由")).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("理由").fill("窗口已经当面说明，费用退回。");
  await page.getByRole("button", { name: "撤回" }).click();
  await expect(page.getByText("您已撤回")).toBeVisible();
});

test("the enterprise rates an answer, and a form older than somebody else's act keeps what was typed", async ({
  browser,
  page,
}) => {
  await signIn(page, "lin");
  const number = await report(page, "审图意见一次一个样");
  const office = await (await browser.newContext()).newPage();
  await answer(office, number);
  await office.context().close();

  await page.goto("/liaison");
  const turn = page.getByRole("region", { name: "等您办" }).getByRole("listitem").filter({ hasText: number });
  await turn.getByRole("link", { name: /^评价/ }).click();
  await expect(page.getByRole("heading", { name: "给您的答复" })).toBeVisible();
  const path = new URL(page.url()).pathname.replace("/evaluate", "");
  const older = await page.context().newPage();
  for (const one of [page, older]) {
    await one.goto(`${path}/evaluate`);
    await one.getByRole("radio", { name: "满意", exact: true }).check();
    await one.getByRole("radio", { name: "解决了", exact: true }).check();
    await one.getByLabel("理由").fill("清单一次给齐，图纸当天就过了。");
  }
  await page.getByRole("button", { name: "评价" }).click();
  await expect(page.getByText("办好了，记录在下面。")).toBeVisible();
  await expect(page.getByRole("heading", { name: "您的评价" })).toBeVisible();
  await older.getByRole("button", { name: "评价" }).click();
  const came = older.getByRole("status").filter({ hasText: "别人先办了一步" });
  // Their own act from another window is a change too, and in the words of their own course.
  await expect(came).toContainText("您作了评价");
  await expect(older.getByLabel("理由")).toHaveValue("清单一次给齐，图纸当天就过了。");
});

test("notices are read one by one and all at once, and the file's figures open their lists", async ({
  page,
}) => {
  await signIn(page, "he");
  await speak(page, "zh-CN");
  // Each of the two is told of at once, so that something is unread on whatever day this is.
  await report(page, "审图意见第四次补正");
  await report(page, "同一事项两个窗口说法不一");
  await page.goto("/notices");
  const unread = async () =>
    Number((await page.getByText(/^\d+ 条未读$/).textContent())?.match(/\d+/)?.[0] ?? "0");
  const before = await unread();
  await page
    .getByRole("main")
    .getByRole("listitem")
    .filter({ hasText: "未读", has: page.getByRole("button") })
    .first()
    .getByRole("button")
    .click();
  await page.waitForURL(/complaints\/HY/);
  const number = numberIn(page);
  // With it all that came before about the same matter, which its page has just shown.
  await page.goto(`/notices?show=unread&number=${number}`);
  await expect(page.getByText("没有符合条件的通知")).toBeVisible();
  await page.goto("/notices");
  expect(await unread()).toBeLessThan(before);
  await page.getByRole("button", { name: "全部标为已读" }).click();
  await expect(page.getByText("都看过了")).toBeVisible();

  await page.goto("/liaison/file");
  const tile = page.getByRole("link", { name: /看清单\s*您评价过/ });
  const rated = Number(
    await page.locator("dl > div").filter({ has: tile }).locator("dd").first().textContent(),
  );
  await tile.click();
  await expect(page).toHaveURL(/part=rated/);
  await expect(page.getByRole("list", { name: "一企一档" }).getByRole("listitem")).toHaveCount(
    Math.min(rated, 25),
  );
  await speak(page, "en");
});
