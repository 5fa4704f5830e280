import { expect, type Page, test } from "@playwright/test";
import { signIn } from "./people.ts";
import { askForOfficer, comeIn, decide, linkFor, password } from "./rights.ts";

async function findPerson(page: Page, email: string) {
  await page.goto(`/admin/people?${new URLSearchParams({ q: email })}`);
  return page.getByRole("row", { name: new RegExp(email) });
}

test("an officer is asked for, moved and disabled, and an administrator sees no complaint", async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  const email = `officer-${Date.now()}@huiyin.example`;
  await signIn(page, "xu");
  await page.goto("/admin/people/new");
  await page.locator("main form[method=post]").getByLabel("姓名", { exact: true }).fill("魏新来");
  await page.getByRole("button", { name: "提出申请" }).click();
  await expect(page.locator("main [name=email]")).toHaveAttribute("aria-invalid", "true");
  await expect(page.locator("main [name=name]")).toHaveValue("魏新来");
  await askForOfficer(page, "魏新来", email);
  const other = await browser.newPage();
  await decide(other, email, "同意");
  await expect(await findPerson(page, email)).toContainText("待启用");

  const theirs = await browser.newPage();
  const link = await linkFor(theirs, email);
  await comeIn(theirs, link);
  await expect(theirs.getByRole("heading", { level: 1 })).toHaveText("待我办理");
  await expect(theirs.getByRole("navigation", { name: "主导航" })).toContainText("市水利局");
  expect((await theirs.goto(link))?.status()).toBe(410);

  // Moved to another department: signed out, and at home there after signing in.
  await (await findPerson(page, email)).getByRole("link", { name: "调整" }).click();
  await page.locator("main form[method=post] [name=department]").selectOption({ label: "市商务局" });
  await page.getByLabel("为什么").fill("轮岗");
  await page.getByRole("button", { name: "保存" }).click();
  await expect(page.getByText("已提出申请")).toBeVisible();
  await expect(await findPerson(page, email)).toContainText("申请待批");
  await expect(await findPerson(page, email)).toContainText("市水利局");
  await decide(other, email, "同意");
  await theirs.goto("/department");
  await expect(theirs).toHaveURL(/sign-in/);
  await theirs.getByLabel("电子邮箱").fill(email);
  await theirs.getByLabel("密码", { exact: true }).fill(password);
  await theirs.getByRole("button", { name: "登录" }).click();
  await expect(theirs.getByRole("navigation", { name: "主导航" })).toContainText("市商务局");

  await (await findPerson(page, email)).getByRole("link", { name: "停用" }).click();
  await expect(page.getByText("停用 魏新来 的账号？")).toBeVisible();
  await page.getByLabel(/为什么停用/).fill("离岗");
  await page.getByRole("button", { name: "停用" }).click();
  // Leaving before the answer would call the act off.
  await page.waitForURL(/\/admin\/people\?done=/);
  await expect(await findPerson(page, email)).toContainText("已停用");
  await theirs.goto("/department");
  await expect(theirs).toHaveURL(/sign-in/);
  await theirs.close();
  await other.goto("/notices");
  await expect(other.getByText("系统管理员停用了一个账号").first()).toBeVisible();
  await other.close();

  for (const path of ["/desk", "/desk/ledger", "/desk/complaints/HY2025-00001", "/department", "/liaison"])
    expect([path, (await page.goto(path))?.status()]).toEqual([path, 404]);
});

test("an administrator finds a mail by person and by number, and sees only its fate", async ({ page }) => {
  await signIn(page, "xu");
  await page.goto("/admin/mails");
  await page.getByRole("searchbox", { name: "姓名、邮箱或件号" }).fill("HY2025-0000");
  await page.getByRole("button", { name: "筛选" }).click();
  await expect(page.getByRole("row", { name: /HY2025-0000\d/ }).first()).toContainText("已发出");
  await page.getByRole("searchbox", { name: "姓名、邮箱或件号" }).fill("赵立言");
  await page.getByRole("button", { name: "筛选" }).click();
  await expect(page.getByRole("row", { name: /zhao@huiyin\.example/ }).first()).toContainText(/JB-/);
  await page
    .getByRole("navigation", { name: "状态" })
    .getByRole("link", { name: /已发出/ })
    .click();
  await expect(page).toHaveURL(/status=sent/);
  await expect(page.getByRole("row", { name: /zhao@huiyin\.example/ }).first()).toBeVisible();
});
