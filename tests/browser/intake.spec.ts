// Long, because it is one day of one desk, from the morning queue to the last ruling.
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, expect, type Page, test } from "@playwright/test";
import type { Locale } from "../../db/vocabulary.ts";
import { signIn, speak } from "./people.ts";

interface Said {
  title: string;
  description: string;
  file?: string;
}

/** Reports a matter as the enterprise that is signed in, by the forms' own addresses; answers its number. */
async function report(page: Page, { title, description, file }: Said): Promise<string> {
  const headers = { origin: new URL(page.url()).origin };
  const post = (path: string, form: Record<string, string>) => page.request.post(path, { form, headers });
  const begun = new URL((await post("/liaison", {})).url()).pathname;
  const draft = begun.slice(0, begun.lastIndexOf("/"));
  const kinds = { kind: "complaint", field: "landAndConstruction", conduct: "delay" };
  await post(`${draft}/what`, { ...kinds, title, description });
  await post(`${draft}/who`, { about: "审图窗口" });
  if (file) {
    const buffer = Buffer.from(`${title}\n${description}\n`);
    const multipart = { files: { name: file, mimeType: "text/plain", buffer } };
    await page.request.post(`${draft}/attachments`, { multipart, headers });
  }
  await post(`${draft}/evidence`, {});
  const sent = await post(`${draft}/disclosure`, { disclosure: "confidential" });
  return new URL(sent.url()).pathname.split("/").at(-1) ?? "";
}

/** Signs in and reads Chinese, whatever was chosen before. */
async function enter(page: Page, key: Parameters<typeof signIn>[1], locale: Locale = "zh-CN") {
  await signIn(page, key);
  await speak(page, locale);
}

/** Another person at another desk. */
async function somebodyElse(
  browser: Browser,
  key: Parameters<typeof signIn>[1],
  locale?: Locale,
): Promise<Page> {
  const page = await (await browser.newContext({ locale: "zh-CN" })).newPage();
  await enter(page, key, locale);
  return page;
}

const acts = (page: Page) => page.getByRole("region", { name: "您现在可以：" });
const press = (page: Page, name: string) => acts(page).getByRole("button", { name, exact: true }).click();
const done = (page: Page, number: string, what: string) =>
  expect(page.getByRole("status").filter({ hasText: number })).toContainText(what);
const opened = (page: Page) => new URL(page.url()).searchParams.get("open");

/** Opens one of the triage queue, once the page listens to keys. */
async function open(page: Page, number: string, queue = "triage") {
  await page.goto(`/desk?queue=${queue}&open=${number}`);
  await expect(acts(page).getByText("快捷键", { exact: true })).toBeVisible();
}

test("the queues have the oldest promise first, and keys move and act without getting into what is typed", async ({
  page,
}) => {
  await enter(page, "lin");
  const number = await report(page, {
    title: "消防验收意见三次标准不一",
    description: "验收整改意见口头告知，前后三次标准不一样，不知道该按哪一次改。",
  });
  await enter(page, "su");
  await page.goto("/desk");
  const side = page.getByRole("navigation", { name: "主导航" });
  for (const queue of ["受理分办", "退单待裁定", "办理跟踪", "待审核", "待销号", "回访", "回头看"])
    await expect(side.getByRole("link", { name: new RegExp(`^${queue} [\\d+]+$`) })).toBeVisible();
  await expect(side.locator("[aria-current=page]")).toContainText("受理分办");

  const list = page.getByRole("navigation", { name: /^受理分办/ });
  const order = (await list.getByRole("link").allTextContents()).flatMap((text) => {
    const urgent = text.includes("最高优先") ? 0 : 1;
    const over = text.match(/超期 (\d+)/);
    const left = text.match(/还剩 (\d+)/);
    if (over) return [{ urgent, days: -Number(over[1]) }];
    return left
      ? [{ urgent, days: Number(left[1]) }]
      : text.includes("今天到期")
        ? [{ urgent, days: 0 }]
        : [];
  });
  expect(order.length).toBeGreaterThan(1);
  // What is urgent comes before everything, and then the oldest promise.
  expect(order).toEqual(order.toSorted((a, b) => a.urgent - b.urgent || a.days - b.days));

  await expect(acts(page).getByText("快捷键", { exact: true })).toBeVisible();
  const second = await list.getByRole("link").nth(1).getAttribute("href");
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  await expect(list.getByRole("link").nth(1)).toBeFocused();
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => `${url.pathname}${url.search}` === second);
  // The address changes before the matter is there, and with it the keys that listen.
  await expect(list.locator("[aria-current=page]")).toHaveAttribute("href", second ?? "");

  await page.keyboard.press("?");
  await expect(acts(page).getByRole("listitem").filter({ hasText: "下一条" })).toBeVisible();
  await expect(acts(page).getByRole("listitem").filter({ hasText: "请企业补正" })).toContainText("S");
  await page.keyboard.press("Escape");

  await open(page, number);
  await page.keyboard.press("s");
  // What was opened by a key is where the next Tab goes on, and says by when the enterprise has to answer.
  await expect(acts(page).getByRole("heading", { name: "请企业补正" })).toBeFocused();
  await expect(acts(page).getByText(/要在\d+月\d+日(（暂算）)?前补充/)).toBeVisible();
  await press(page, "请企业补正");
  await expect(acts(page).getByText("请填写这一项").first()).toBeVisible();
  const question = acts(page).getByLabel("要企业补充什么");
  await question.fill("");
  await question.pressSequentially("please add dates, jkd");
  await expect(question).toHaveValue("please add dates, jkd");
  await press(page, "请企业补正");
  await done(page, number, "请企业补充说明");
  expect(opened(page)).not.toBe(number);
  await page.getByRole("link", { name: "回到刚才那一件" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("消防验收意见三次标准不一");
  await expect(page.getByText("这一件已经不在这个队列里")).toBeVisible();
});

test("a refusal has a ground and reaches the enterprise, and a reference is kept", async ({
  page,
  browser,
}) => {
  const he = await somebodyElse(browser, "he", "en");
  const declined = await report(he, {
    title: "与供应商的货款纠纷",
    description: "供应商交货不合格，双方对货款有争议，希望委里出面。",
  });
  const kept = await report(he, {
    title: "建议公开审图各环节时限",
    description: "建议把审图各环节的办理时限都公开，企业好安排开工。",
  });
  await enter(page, "su");
  await open(page, declined);
  await page.keyboard.press("d");
  await acts(page).getByLabel("理由").fill("属于企业之间的合同纠纷，建议依法向法院起诉。");
  await press(page, "不予受理");
  await expect(acts(page).getByText("请填写这一项").first()).toBeVisible();
  await expect(acts(page).getByLabel("理由")).toHaveValue(/合同纠纷/);
  await acts(page).getByRole("radio").first().check();
  await press(page, "不予受理");
  await done(page, declined, "决定不予受理");

  await he.goto(`/liaison/complaints/${declined}`);
  await expect(he.locator("main")).toContainText("建议依法向法院起诉");
  await expect(he.locator("main")).toContainText("Not accepted");

  await open(page, kept);
  await page.keyboard.press("r");
  await acts(page).getByLabel("监督参考建议").fill("公开各环节时限。");
  await acts(page).getByLabel("理由").fill("建议很好，留作监督参考。");
  await press(page, "纳入参考");
  await done(page, kept, "纳入监督参考");
});

test("two like matters are merged and split, and one is assigned once, with what is released", async ({
  page,
  browser,
}) => {
  const lin = await somebodyElse(browser, "lin");
  const like = { description: "厂房扩建图纸三次补正，每次窗口提出的意见都是新的，开工日期一再推迟。" };
  const primary = await report(lin, { ...like, title: "扩建图纸补正意见每次不同", file: "退件通知.txt" });
  const follower = await report(lin, { ...like, title: "扩建图纸补正意见又不同" });

  await enter(page, "su");
  await open(page, follower);
  const similar = page.getByRole("region", { name: "相似的件" });
  const row = similar.getByRole("listitem").filter({ hasText: primary });
  await expect(row).toContainText(/几乎一样|很像/);
  await row.getByRole("link", { name: /并入这一件/ }).click();
  await expect(acts(page).getByLabel("并入哪一件（件号）")).toHaveValue(primary);
  await acts(page).getByLabel("理由").fill("两件说的是同一批图纸。");
  await acts(page).getByLabel("并入哪一件（件号）").fill("HY2099-00001");
  await press(page, "并案");
  await expect(acts(page).getByText("没有找到要并入的那一件，请核对件号。").last()).toBeVisible();
  await expect(acts(page).getByLabel("并入哪一件（件号）")).toHaveAttribute("aria-invalid", "true");
  await acts(page).getByLabel("并入哪一件（件号）").fill(primary.toLowerCase());
  await press(page, "并案");
  await done(page, follower, "并入另一件");
  await page.goto(`/desk/complaints/${follower}/split`);
  await acts(page).getByLabel("理由").fill("后一件是另一栋厂房，分开办理。");
  await press(page, "分案");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("扩建图纸补正意见又不同");

  await open(page, primary);
  await page.keyboard.press("a");
  const form = acts(page);
  await expect(form.getByText(/前答复（15 个工作日，从交办起算）/)).toBeVisible();
  await form.getByRole("radio", { name: /B 跨部门/ }).check();
  await form.getByLabel("主办单位").selectOption({ label: "市建设局" });
  await form.getByText("选择协办单位").click();
  await form.getByRole("checkbox", { name: "市自然资源和规划局" }).check();
  await expect(form.getByText("给部门的是清理过的副本")).toBeVisible();
  await form.getByRole("checkbox", { name: "退件通知.txt" }).check();
  const brief = form.getByLabel("转办摘要");
  await brief.fill("请与林知遥联系，核实审图意见为何前后不一。");
  await expect(form.locator("mark")).toHaveText("林知遥");
  await expect(form.getByLabel("仍要发出的理由")).toBeVisible();
  await press(page, "交办");
  await expect(form.getByText("请改写，或者写明仍要发出的理由").first()).toBeVisible();
  await expect(brief).toHaveValue(/林知遥/);
  await expect(brief).toHaveAttribute("aria-invalid", "true");
  await expect(form.getByLabel("主办单位")).toHaveValue(/./);
  await expect(form.getByRole("checkbox", { name: "退件通知.txt" })).toBeChecked();
  await brief.fill(`${primary} 反映：${like.description}`);
  await expect(form.getByText("不能发给部门，请删去")).toBeVisible();
  await brief.fill("某企业反映审图意见前后不一，请核实并一次性告知。");
  await expect(form.locator("mark")).toHaveCount(0);
  await expect(form.getByText("没有发现能认出企业的内容")).toBeVisible();
  await brief.fill("某企业林女士反映审图意见前后不一，请核实并一次性告知。");
  await form.getByLabel("仍要发出的理由").fill("她已同意由部门直接联系");
  await form.getByRole("button", { name: "交办", exact: true }).dblclick();
  await done(page, primary, "交给部门办理");

  await page.goto(`/desk/complaints/${primary}`);
  await expect(page.getByText(/JB-\w{4}-\w{4}/)).toHaveCount(2);
  await expect(page.getByText("她已同意由部门直接联系")).toBeVisible();
});

test("a return is ruled on in its queue, and a department is added afterwards", async ({ page, browser }) => {
  const lin = await somebodyElse(browser, "lin");
  const number = await report(lin, {
    title: "施工许可窗口来回跑",
    description: "施工许可材料齐全，窗口让跑了五次。",
  });
  await enter(page, "su");
  await open(page, number);
  await page.keyboard.press("a");
  await acts(page)
    .getByRole("radio", { name: /C 简单/ })
    .check();
  await acts(page).getByLabel("主办单位").selectOption({ label: "市建设局" });
  await acts(page).getByLabel("转办摘要").fill("某企业反映施工许可办理反复，请核实。");
  await press(page, "交办");
  await done(page, number, "交给部门办理");
  await page.goto(`/desk/complaints/${number}`);
  const code = ((await page.locator("main").textContent()) ?? "").match(/JB-\w{4}-\w{4}/)?.[0] ?? "";

  const zhao = await somebodyElse(browser, "zhao");
  await zhao.goto(`/department/assignments/${code}/return-assignment`);
  await zhao.locator("main textarea[name=reason]").fill("许可由行政审批局办理。");
  await zhao.locator("main select[name=department]").selectOption({ label: "市行政审批管理局" });
  await zhao.locator("main form[method=post] button[type=submit]:not([name])").last().click();
  await zhao.waitForURL((url) => !url.pathname.endsWith("return-assignment"));

  await page.goto("/desk?queue=returns");
  await open(page, number, "returns");
  await expect(page.locator("main")).toContainText("许可由行政审批局办理。");
  await page.keyboard.press("u");
  await acts(page).getByRole("radio", { name: "不同意退单" }).check();
  await acts(page).getByLabel("理由").fill("窗口设在你局，仍由你局办理。");
  await press(page, "裁定退单");
  await done(page, number, "裁定了退单");

  await open(page, number, "tracking");
  await page.keyboard.press("a");
  await acts(page).getByLabel("协办单位").selectOption({ label: "市行政审批管理局" });
  await acts(page).getByLabel("转办摘要").fill("请协助核实窗口办理情况。");
  await press(page, "增加协办");
  await done(page, number, "增加了协办单位");
  await expect(page.getByText("这一件还有下一步要办。")).toBeVisible();
  await expect(page.getByRole("region", { name: "部门办理" })).toContainText("市行政审批管理局");
});

test("who comes second is told what changed and keeps what was typed", async ({ page, browser }) => {
  const lin = await somebodyElse(browser, "lin");
  const number = await report(lin, {
    title: "竣工备案反复退回",
    description: "竣工备案材料被退回四次，每次理由不同。",
  });
  await enter(page, "su");
  await open(page, number);
  await page.keyboard.press("s");
  await acts(page).getByLabel("要企业补充什么").fill("请补充四次退回的日期。");

  const cheng = await somebodyElse(browser, "cheng");
  await open(cheng, number);
  await cheng.keyboard.press("y");
  await press(cheng, "受理");
  await done(cheng, number, "予以受理");

  await press(page, "请企业补正");
  await expect(page.getByText("别人先办了一步")).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "别人先办了一步" })).toContainText("予以受理");
  await expect(acts(page).getByLabel("要企业补充什么")).toHaveValue("请补充四次退回的日期。");
  await press(page, "请企业补正");
  await done(page, number, "请企业补充说明");
});

for (const scheme of ["light", "dark"] as const)
  for (const locale of ["zh-CN", "en"] as const)
    test(`the workspace is accessible, ${scheme}, ${locale}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await enter(page, "cheng", locale);
      await page.goto("/desk?queue=triage");
      const number = (await page.locator("main").textContent())?.match(/HY\d{4}-\d{5}/)?.[0] ?? "";
      for (const path of [
        "/desk",
        `/desk?queue=triage&open=${number}&act=assign`,
        "/desk?queue=tracking",
        "/desk?queue=lookBacks",
      ]) {
        await page.goto(path);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect([path, violations.map(({ id, nodes }) => [id, nodes.map((node) => node.target)])]).toEqual([
          path,
          [],
        ]);
      }
    });
