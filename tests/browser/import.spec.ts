import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { readXlsx, writeXlsx } from "hucre/xlsx";
import { checkCharacter } from "../../app/domain/people/credit-code.ts";
import { signIn } from "./people.ts";

test.use({ javaScriptEnabled: false });
test.describe.configure({ mode: "serial" });

const codeOf = (serial: number) => {
  const first17 = `91350200Y${String(serial).padStart(8, "0")}`;
  return first17 + checkCharacter(first17);
};

// Of this run alone, so that it can be run again on the same city.
const serial = Date.now() % 10_000_000;
const first = [
  "澄湾市导入一号有限公司",
  "",
  codeOf(serial),
  "湖里区",
  "新能源",
  "小型企业",
  new Date("2026-03-01T00:00:00Z"),
];
const second = ["澄湾市导入二号有限公司", "", codeOf(serial + 1), "Huli", "新能源", "小型企业", "2026/3/1"];
const contact = ["2029-02-28", "导入联系人", `import${serial}@enterprise.example`, "13800001234"];
const nobody = ["", "", "", ""];

/** The template as it is handed out, its example replaced by these rows. */
async function fillIn(page: Page, rows: (string | Date)[][]) {
  const template = await page.request.get("/admin/points/template.xlsx");
  const { sheets } = await readXlsx(await template.body());
  const [sheet, words] = sheets;
  expect(sheet?.rows[1]?.[2]).toMatch(/^91350200Y/);
  expect(words?.rows.flat()).toContain("湖里区");
  const buffer = Buffer.from(
    await writeXlsx({ sheets: [{ name: "联系点", rows: [sheet?.rows[0] ?? [], ...rows] }] }),
  );
  const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  return { name: "联系点.xlsx", mimeType, buffer };
}

async function upload(page: Page, file: { name: string; mimeType: string; buffer: Buffer }) {
  await page.goto("/admin/points/import");
  await page.locator("main input[type=file]").setInputFiles(file);
  await page.getByRole("button", { name: "上传并检查" }).click();
}

const main = (page: Page) => page.locator("main");

/** Looked at with scripts, which the reader of the page does without. */
async function violations(page: Page) {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map((v) => `${v.id}: ${v.nodes[0]?.html}`);
}

test("a sheet is put right, looked over, and imported once, without JavaScript", async ({ page }) => {
  await signIn(page, "xu");
  await page.goto("/admin/points");
  await page.getByRole("link", { name: "从表格导入" }).click();

  await upload(page, { name: "名单.xlsx", mimeType: "text/plain", buffer: Buffer.from("不是表格") });
  await expect(main(page)).toContainText("这不是 .xlsx 表格");

  const wrong = ["", "", codeOf(serial), "鼓楼区", "新能源", "小型企业", "三月", ...nobody];
  await upload(page, await fillIn(page, [[...first, ...contact], wrong]));
  await expect(main(page)).toContainText("有 4 处要改正");
  const faults = page.getByRole("row").filter({ hasText: "第 3 行" });
  await expect(faults.filter({ hasText: "鼓楼区" })).toContainText("不在可用的词里");
  await expect(faults.filter({ hasText: codeOf(serial) })).toContainText("和第 2 行的代码相同");
  await expect(page.getByRole("button", { name: /导入 \d+ 个联系点/ })).toHaveCount(0);

  await upload(
    page,
    await fillIn(page, [
      [...first, ...contact],
      [...second, ...nobody],
    ]),
  );
  await expect(main(page)).toContainText("还没有写入任何内容");
  await expect(page.getByLabel("现在就给新联系人发邀请邮件")).toBeChecked();
  const preview = page.url();
  await page.getByRole("button", { name: "导入 2 个联系点" }).click();
  await expect(main(page)).toContainText("已导入 2 个联系点");

  await page.goto(preview);
  await expect(page).toHaveURL(/imported=2/);
  await page.goto(`/admin/points?q=${codeOf(serial)}`);
  await expect(page.getByRole("row").filter({ hasText: "澄湾市导入一号有限公司" })).toContainText("在任");
  await page.goto(`/admin/mails`);
  await expect(page.getByRole("row").filter({ hasText: contact[2] ?? "" })).toHaveCount(1);
});

test("a second sheet shows what it would change, and a suspension is asked about", async ({ page }) => {
  await signIn(page, "xu");
  const renamed = ["澄湾市导入二号新名有限公司", ...second.slice(1), ...nobody];
  await upload(page, await fillIn(page, [[...first, ...contact], renamed]));
  await expect(main(page)).toContainText("名称：澄湾市导入二号有限公司 → 澄湾市导入二号新名有限公司");
  await page.getByRole("button", { name: "导入 1 个联系点" }).click();
  await page.goto(`/admin/points?q=${codeOf(serial + 1)}`);
  await page.getByRole("link", { name: /调整/ }).click();
  await page.locator("main select[name=status]:not([aria-label])").selectOption("suspended");
  await page.getByRole("button", { name: "保存" }).click();
  await expect(main(page)).toContainText("暂停 澄湾市导入二号新名有限公司 的联系点资格？");
  await page.getByRole("button", { name: "暂停" }).click();
  await expect(main(page)).toContainText("已保存");
  await page.goto(`/admin/points?q=${codeOf(serial + 1)}&status=suspended`);
  await expect(page.getByRole("row").filter({ hasText: codeOf(serial + 1) })).toHaveCount(1);
});

test("no other role has any of these pages", async ({ page }) => {
  for (const key of ["su", "zhao"] as const) {
    await signIn(page, key);
    for (const path of [
      "/admin/points",
      "/admin/points/import",
      "/admin/points/import/00000000-0000-4000-8000-000000000000",
      "/admin/points/template.xlsx",
    ])
      expect([path, (await page.request.get(path)).status()]).toEqual([path, 404]);
  }
});

test.describe("with JavaScript", () => {
  test.use({ javaScriptEnabled: true });

  // No link leads to a preview, so that no walk through the pages comes by.
  test("a preview is accessible, with faults and without", async ({ page }) => {
    await signIn(page, "xu");
    const wrong = ["", "", "x", "", "", "", "", "", "", "", ""];
    await upload(page, await fillIn(page, [[...first, ...contact], wrong]));
    await expect(main(page)).toContainText("要改正");
    expect(await violations(page)).toEqual([]);
    const third = ["澄湾市导入三号有限公司", "", codeOf(serial + 2), ...second.slice(3), ...nobody];
    await upload(page, await fillIn(page, [third]));
    await expect(page.getByRole("button", { name: "导入 1 个联系点" })).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
});
