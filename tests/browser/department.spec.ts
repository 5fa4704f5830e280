import { expect, type Page, test } from "@playwright/test";
import { act, assigned } from "./matters.ts";
import { signIn } from "./people.ts";

test.setTimeout(180_000);

const pdf = Buffer.from("%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n");
const program = Buffer.from("MZ\x90\x00 this is a program, whatever its name says");
const file = (name: string, buffer = pdf) => ({ name, mimeType: "application/pdf", buffer });

const open = (page: Page, code: string) => page.goto(`/department/assignments/${code}`);
const course = (page: Page) => page.getByRole("list", { name: "经过" }).getByRole("listitem");
const fill = (name: string, words: string) => (page: Page) =>
  page.locator(`#acts [name=${name}]`).fill(words);

/** A day so many days from now, as a field for days takes it. */
const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test("an officer signs, gets in touch, replies with evidence, is sent back, rectifies and applies for the write-off", async ({
  page,
}) => {
  const { number, code } = await assigned(page, "图纸审查每次意见不同");

  await signIn(page, "zhao");
  await page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: "待签收" }).click();
  await page
    .getByRole("row", { name: new RegExp(code) })
    .getByRole("link", { name: "签收" })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("审图意见前后不一，请核实");
  await expect(page.getByText("轮到本单位：请在")).toBeVisible();
  const officer = page.getByLabel("承办人");
  await expect(officer).toHaveValue("赵立言");
  await officer.fill("");
  await page.locator("#acts form").getByRole("button", { name: "签收" }).click();
  await expect(officer).toHaveAttribute("aria-invalid", "true");
  await expect(page.locator("#acts")).toContainText("请填写这一项");
  await officer.fill("赵立言");
  await page.locator("#acts form").getByRole("button", { name: "签收" }).dblclick();
  await expect(page.getByText("办好了")).toBeVisible();
  await expect(course(page).filter({ hasText: "已签收" })).toHaveCount(1);

  await act(page, "记录首次联系", async () => {
    await page.getByRole("radio", { name: "经委里转接" }).check({ force: true });
    await fill("note", "请委里转问图纸的报审编号。")(page);
  });
  await expect(page.getByRole("link", { name: "记录首次联系" })).toHaveCount(0);
  await act(page, "指定承办人", fill("officer", "孙可"));
  await expect(page.locator("aside")).toContainText("孙可");

  await page.getByRole("link", { name: "答复", exact: true }).click();
  await page
    .getByLabel("选择凭证")
    .setInputFiles([file("整改通知.pdf"), file("告知单.pdf"), file("坏.pdf", program)]);
  await expect(page.getByRole("alert").filter({ hasText: "坏.pdf" })).toBeVisible();
  await expect(page.getByRole("button", { name: "删除 告知单.pdf" })).toBeVisible();
  // Nothing said yet: the files that arrived are kept.
  await page.locator("#acts form").getByRole("button", { name: "答复", exact: true }).click();
  await expect(page.getByLabel("答复内容")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByRole("button", { name: "删除 整改通知.pdf" })).toHaveCount(1);
  await page.getByLabel("答复内容").fill("意见已合并为一份清单，图纸当日通过。");
  await page.locator("#acts form").getByRole("button", { name: "答复", exact: true }).click();
  await expect(page.getByText("轮到委里审核")).toBeVisible();
  await expect(page.getByRole("link", { name: "整改通知.pdf" })).toHaveCount(1);
  await expect(page.getByRole("link", { name: "告知单.pdf" })).toHaveCount(1);

  await signIn(page, "gu");
  await page.goto(`/desk/complaints/${number}`);
  await act(page, "退回答复", fill("missing", "请附上告知单的签收记录。"));

  await signIn(page, "zhao");
  await page.goto("/department");
  await page
    .getByRole("row", { name: new RegExp(code) })
    .getByRole("link", { name: "看退回意见" })
    .click();
  await expect(page.getByRole("status").filter({ hasText: "请附上告知单的签收记录。" })).toBeVisible();
  await act(page, "答复", fill("words", "签收记录已补上。"));
  await act(page, "承诺整改措施", async () => {
    await fill("words", "修订一次性告知清单")(page);
    await expect(page.getByLabel("责任人")).toHaveValue("孙可");
    await page.getByLabel("完成日期").fill(dayIn(-3));
    await page.locator("#acts form button[type=submit]").last().click();
    await expect(page.getByLabel("完成日期")).toHaveAttribute("aria-invalid", "true");
    await expect(page.locator("#acts")).toContainText("整改措施的完成日期不能早于今天");
    await expect(page.locator("#acts [name=words]")).toHaveValue("修订一次性告知清单");
    await page.getByLabel("完成日期").fill(dayIn(30));
  });
  await page.goto("/department/measures");
  await page
    .getByRole("row", { name: new RegExp(code) })
    .getByRole("link", { name: "报进展" })
    .click();
  await act(page, "报告措施完成", fill("report", "清单已公布。"));

  await signIn(page, "gu");
  await page.goto(`/desk/complaints/${number}`);
  await act(page, "答复通过", async () => {});
  await act(page, "核实措施", async () => {});
  await act(page, "反馈企业", fill("words", "审图意见已合并为一份清单。"));

  await signIn(page, "zhao");
  await open(page, code);
  await expect(page.getByRole("link", { name: "申请销号" })).toHaveCount(0);
  await expect(page.getByText("委里向企业反馈并听取评价")).toBeVisible();

  await signIn(page, "lin");
  await page.goto(`/liaison/complaints/${number}/evaluate`);
  await page.locator("main [name=rating][value=satisfied]").check({ force: true });
  await page.locator("main [name=solved][value=solved]").check({ force: true });
  await page.locator("main [name=reason]").fill("很快。");
  await page
    .locator("main form")
    .filter({ has: page.locator("[name=reason]") })
    .locator("button[type=submit]")
    .last()
    .click();
  await expect(page.locator("main [name=reason]")).toHaveCount(0);

  await signIn(page, "zhao");
  await open(page, code);
  await act(page, "申请销号", fill("words", "清单已公布，企业满意。"));
  await expect(page.getByText("已申请销号，轮到委里审批")).toBeVisible();
  await expect(page.getByRole("link", { name: "申请销号" })).toHaveCount(0);
});

test("an assignment is returned once, with a reason and whose it is", async ({ page }) => {
  const { number, code } = await assigned(page, "这一件不归建设局");
  await signIn(page, "zhao");
  await open(page, code);
  await act(page, "申请退单", async () => {
    await fill("reason", "审图已划转，不由本单位承办。")(page);
    await page.getByLabel("应由哪个单位办理").selectOption({ label: "市行政审批管理局" });
  });
  await expect(page.getByText("轮到委里裁定")).toBeVisible();

  await signIn(page, "su");
  await page.goto(`/desk/complaints/${number}`);
  await act(page, "裁定退单", async () => {
    await page.locator("#acts [name=ruling][value=refused]").check({ force: true });
    await fill("reason", "审图仍由建设局监管。")(page);
  });

  await signIn(page, "zhao");
  await open(page, code);
  await expect(page.locator("aside")).toContainText("审图仍由建设局监管。");
  await expect(page.getByRole("link", { name: "签收" }).first()).toBeVisible();
  await expect(page.getByRole("link", { name: "申请退单" })).toHaveCount(0);
  await page.goto(`/department/assignments/${code}/return-assignment`);
  await expect(page.locator("#acts form")).toHaveCount(0);
});

test("whoever comes second sees what changed, and keeps what they wrote", async ({ page, browser }) => {
  const { code } = await assigned(page, "两个人同时办理");
  await signIn(page, "zhao");
  await open(page, code);
  await act(page, "签收", async () => {});
  await page.getByRole("link", { name: "答复", exact: true }).click();
  await page.getByLabel("答复内容").fill("写了一半的答复");

  const other = await browser.newPage();
  await signIn(other, "qian");
  await open(other, code);
  await act(other, "指定承办人", fill("officer", "孙可"));
  await other.close();

  await page.locator("#acts form").getByRole("button", { name: "答复", exact: true }).click();
  await expect(page.getByText("别人先办了一步")).toBeVisible();
  await expect(page.locator("#acts").getByRole("listitem").filter({ hasText: "指定了承办人" })).toBeVisible();
  await expect(page.getByLabel("答复内容")).toHaveValue("写了一半的答复");
  await page.locator("#acts form").getByRole("button", { name: "答复", exact: true }).click();
  await expect(page.getByText("轮到委里审核")).toBeVisible();
});
