import { expect, type Page, test } from "@playwright/test";
import type { cast } from "../../db/seed/cast.ts";
import { signIn } from "./people.ts";

// One day of the supervision team, on a matter that goes wrong twice before it is settled.
test.describe.configure({ mode: "serial" });
test.setTimeout(240_000);

let number = "";
let code = "";

async function send(page: Page) {
  await page.locator("main form[method=post] button[type=submit]:not([name])").last().click();
}

type Fill = Record<string, string>;

/** Fills a form by the names of its fields and sends it: what the other sides do, whose pages are not looked at here. */
async function asOther(page: Page, who: keyof typeof cast, path: string, fill: Fill) {
  await signIn(page, who);
  await page.goto(path);
  for (const [name, value] of Object.entries(fill)) {
    const field = page.locator(`main [name=${name}]`);
    const kind = await field.first().evaluate((one) => `${one.tagName} ${one.getAttribute("type")}`);
    if (kind.startsWith("SELECT")) await field.selectOption(value);
    else if (kind.includes("radio"))
      await page.locator(`main [name=${name}][value=${value}]`).check({ force: true });
    else await field.first().fill(value);
  }
  await send(page);
  await page.waitForURL((url) => url.pathname !== path);
}

const department = (page: Page, act: string, fill: Fill) =>
  asOther(page, "zhao", `/department/assignments/${code}/${act}`, fill);
const rate = (page: Page, rating: string, solved: string) =>
  asOther(page, "lin", `/liaison/complaints/${number}/evaluate`, {
    rating,
    solved,
    reason: "写给委里看的话。",
  });

/** Opens the complaint and presses one of the acts that the page offers. */
async function open(page: Page, act: string) {
  await page.goto(`/desk/complaints/${number}`);
  const bar = page.getByRole("region", { name: "您现在可以：" });
  const link = bar.getByRole("link", { name: act, exact: false });
  if (!(await link.first().isVisible())) await bar.getByText("更多办理").locator("..").click();
  await link.first().click();
  await expect(bar.getByRole("heading", { name: act })).toBeVisible();
}

/** Does an act with what is written in its fields, by their labels, and comes back to the complaint. */
async function act(page: Page, name: string, fill: Fill) {
  await open(page, name);
  for (const [label, value] of Object.entries(fill)) await page.getByLabel(label).fill(value);
  await send(page);
  await page.waitForURL((url) => url.pathname === `/desk/complaints/${number}`);
}

const course = (page: Page) => page.getByRole("list", { name: "经过" });
const sees = (page: Page, words: string | RegExp) => expect(page.getByRole("main")).toContainText(words);

test("a matter reaches the department and is answered", async ({ page }) => {
  await signIn(page, "lin");
  await page.goto("/liaison");
  await page.getByRole("button", { name: "反映问题" }).first().click();
  await page.waitForURL(/drafts\/.*\/what/);
  await page.locator("main [name=kind][value=complaint]").check({ force: true });
  await page.locator("main select[name=field]").selectOption("landAndConstruction");
  await page.locator("main select[name=conduct]").selectOption("delay");
  await page.locator("main [name=title]").fill("消防验收排期一再推后");
  await page
    .locator("main [name=description]")
    .fill("厂房完工两个月，消防验收排期三次推后，每次都没有说明原因。");
  await send(page);
  await page.waitForURL(/drafts\/.*\/who/);
  await page.locator("main [name=about]").fill("消防验收窗口");
  await send(page);
  await page.waitForURL(/drafts\/.*\/evidence/);
  await page.goto(page.url().replace("/evidence", "/disclosure"));
  await page.locator("main [name=disclosure][value=confidential]").check({ force: true });
  await send(page);
  await page.waitForURL(/liaison\/complaints\/HY/);
  number = new URL(page.url()).pathname.split("/").at(-1) ?? "";

  await signIn(page, "su");
  await page.goto(`/desk/complaints/${number}/assign`);
  await page.locator("main [name=grade][value=C]").check();
  await page.locator("main select[name=lead]").selectOption({ label: "市建设局" });
  await page.locator("main [name=brief]").fill("某企业反映验收排期一再推后，请核实并说明原因。");
  await send(page);
  await page.waitForURL((url) => url.pathname === `/desk/complaints/${number}`);
  await sees(page, /JB-\w{4}-\w{4}/);
  code = ((await page.getByRole("main").textContent()) ?? "").match(/JB-\w{4}-\w{4}/)?.[0] ?? "";
  await department(page, "sign", { officer: "赵立言" });
  await department(page, "reply", { words: "排期已经重新安排。" });
});

test("gu sends a reply back with what is missing, and passes on the next one", async ({ page }) => {
  await signIn(page, "gu");
  await page.goto("/desk/ledger");
  await page.getByRole("searchbox", { name: "件号、标题或正文" }).fill(number);
  await page.getByRole("button", { name: "筛选" }).click();
  await page.getByRole("link", { name: number }).click();
  await sees(page, "正等您审核");
  await expect(page.getByRole("list", { name: "办理进程" })).toContainText("赵立言");

  await open(page, "退回答复");
  await send(page);
  await expect(page.locator("main [name=missing]")).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("还缺什么").fill("没有写明新的验收日期。");
  await send(page);
  await page.waitForURL((url) => url.pathname === `/desk/complaints/${number}`);
  await expect(course(page)).toContainText("没有写明新的验收日期。");
  await expect(course(page)).toContainText("监督岗 · 顾长风");

  await department(page, "reply", { words: "定于下周一上午验收。" });
  await signIn(page, "gu");
  await act(page, "答复通过", {});
  await sees(page, "答复都已通过，请反馈给企业");
  await act(page, "反馈企业", { 说明: "消防验收定于下周一上午。" });
  await sees(page, "等企业评价");
});

test("after a bad rating gu calls back and sends it for rework", async ({ page }) => {
  await rate(page, "dissatisfied", "unsolved");
  await signIn(page, "gu");
  await page.goto(`/desk/complaints/${number}`);
  await sees(page, "请先回访");
  await open(page, "记录回访");
  await page.getByText("没有解决", { exact: true }).last().click();
  await page.getByLabel("说明").fill("企业说周一没有人来。");
  await send(page);
  await page.waitForURL((url) => url.pathname === `/desk/complaints/${number}`);
  await act(page, "退回重办", { 还缺什么: "请说明周一为何没有到场。", 理由: "企业评价不满意，回访属实。" });
  await expect(course(page)).toContainText("企业说周一没有人来。");
  await department(page, "reply", { words: "已于周三完成验收。" });
  await signIn(page, "gu");
  await act(page, "答复通过", {});
  await act(page, "反馈企业", { 说明: "消防验收已于周三完成。" });
  await rate(page, "satisfied", "solved");
});

test("gu sees what the write-off lacks, applies, and may not approve what she handled", async ({ page }) => {
  await signIn(page, "gu");
  await page.goto(`/desk/complaints/${number}`);
  const checklist = page.getByRole("region", { name: "销号清单" });
  await expect(checklist).toContainText("还缺 1 项");
  await expect(checklist.getByRole("listitem").filter({ hasText: "已提出销号申请" })).toContainText("还缺");
  await act(page, "申请销号", { 说明: "企业满意，申请销号。" });
  await expect(checklist).toContainText("已齐备");
  await sees(page, "您经办过这件");
  await expect(page.locator("#acts")).not.toContainText("同意销号");
  await page.goto(`/desk/complaints/${number}/approve-write-off`);
  await page.getByLabel("说明").fill("同意。");
  await send(page);
  await expect(page.getByRole("alert")).toContainText("经办");
  await expect(page.getByLabel("说明")).toHaveValue("同意。");
});

test("shen refuses with a reason, approves the next application, and looks back", async ({ page }) => {
  await signIn(page, "shen");
  await act(page, "不同意销号", { 理由: "请附上验收意见。" });
  await expect(course(page)).toContainText("请附上验收意见。");
  await signIn(page, "gu");
  await act(page, "反馈企业", { 说明: "验收意见已附上。" });
  await rate(page, "verySatisfied", "solved");
  await signIn(page, "gu");
  await act(page, "申请销号", { 说明: "验收意见已附上，再次申请。" });

  await signIn(page, "shen");
  await act(page, "同意销号", { 说明: "材料齐全，同意。" });
  const outcome = page.getByRole("region", { name: "结果", exact: true });
  await expect(outcome).toContainText("问题已解决");
  await expect(outcome).toContainText("沈若谷");
  await expect(outcome).toContainText("第 1 次回头看");
  await sees(page, "按时办结");
  await open(page, "回头看");
  await page.getByText("保持住了", { exact: true }).click();
  await page.getByLabel("说明").fill("验收后没有再推后。");
  await send(page);
  await page.waitForURL((url) => url.pathname === `/desk/complaints/${number}`);
  await expect(outcome).toContainText("保持住了");
});

test("gu reopens it, and the department has it again", async ({ page }) => {
  await signIn(page, "gu");
  await act(page, "重新办理", { 理由: "企业来电说又推后了。" });
  await sees(page, "办理中");
  await expect(course(page)).toContainText("企业来电说又推后了。");
});
