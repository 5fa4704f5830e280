import { expect, test } from "@playwright/test";
import { signIn } from "./people.ts";
import { askForOfficer, comeIn, decide, linkFor } from "./rights.ts";

test("an account is asked for, approved by the other administrator, and come into by its link", async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  const email = `asked-${Date.now()}@huiyin.example`;
  await signIn(page, "xu");
  await askForOfficer(page, "罗新来", email);
  await expect(page.getByText(/份申请在等安全管理员决定/)).toBeVisible();
  await page.goto(`/admin/people?q=${email}`);
  await expect(page.getByText("没有符合条件的人员")).toBeVisible();

  // Whoever asked has no way to approve it.
  await page.goto("/admin/requests");
  const mine = page.getByRole("listitem").filter({ hasText: email });
  await expect(mine.getByRole("link", { name: "撤回申请" })).toBeVisible();
  await expect(mine.getByRole("link", { name: "同意" })).toHaveCount(0);
  const withdraw = (await mine.getByRole("link", { name: "撤回申请" }).getAttribute("href")) ?? "";
  await page.goto(withdraw.replace("withdraw", "approve"));
  await expect(page).toHaveURL(/\/admin\/requests$/);

  const others = await browser.newPage();
  await others.goto(`/mailbox?${new URLSearchParams({ to: email })}`);
  await expect(others.getByRole("link", { name: /请启用您的回音账号/ })).toHaveCount(0);
  await decide(others, email, "同意");
  const theirs = await browser.newPage();
  await comeIn(theirs, await linkFor(theirs, email));
  await expect(theirs.getByRole("navigation", { name: "主导航" })).toContainText("市水利局");

  await others.goto(`/security/rights?q=${email}`);
  const row = others.getByRole("row").filter({ hasText: email });
  await expect(row).toContainText(/许明镜提出，卫之衡同意/);
  await row.getByRole("link", { name: "罗新来" }).click();
  await expect(others.getByRole("region", { name: /罗新来 的权限变动/ })).toContainText("核对过编制");
  for (const path of ["/desk", "/desk/ledger", "/admin/people", "/audit", "/admin/requests"])
    expect([path, (await others.goto(path))?.status()]).toEqual([path, 404]);
  await page.goto("/notices");
  await expect(page.getByText("您的权限申请有了结果").first()).toBeVisible();
  await theirs.close();
  await others.close();
});

test("a refused one is opened for nobody, and one's own rights are nobody's to ask for", async ({
  page,
  browser,
}) => {
  const email = `refused-${Date.now()}@huiyin.example`;
  await signIn(page, "xu");
  await askForOfficer(page, "柳未成", email);
  const others = await browser.newPage();
  await decide(others, email, "不同意");
  await page.goto("/admin/requests");
  await expect(page.getByRole("listitem").filter({ hasText: email })).toContainText("未同意 · 核对过编制");
  await page.goto(`/admin/people?q=${email}`);
  await expect(page.getByText("没有符合条件的人员")).toBeVisible();

  await others.goto("/security/rights?role=secadmin");
  await others.getByRole("link", { name: "调整", exact: true }).click();
  await others.locator("main form[method=post] [name=role]").selectOption("intake");
  await others.getByLabel("为什么").fill("想看看");
  await others.getByRole("button", { name: "提出申请" }).click();
  await expect(others.getByText("不能申请或停用自己的账号")).toBeVisible();
  await others.close();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a request is withdrawn, and a decision without a reason keeps its page", async ({
    page,
    browser,
  }) => {
    const email = `withdrawn-${Date.now()}@huiyin.example`;
    await signIn(page, "xu");
    await askForOfficer(page, "白撤回", email);
    const others = await browser.newPage({ javaScriptEnabled: false });
    await signIn(others, "wei");
    await others
      .getByRole("region")
      .filter({ hasText: email })
      .getByRole("link", { name: "同意", exact: true })
      .click();
    await others.getByRole("button", { name: "同意", exact: true }).click();
    await expect(others.getByText("请写明理由").first()).toBeVisible();
    await page.goto("/admin/requests");
    await page
      .getByRole("listitem")
      .filter({ hasText: email })
      .getByRole("link", { name: "撤回申请" })
      .click();
    await page.getByRole("button", { name: "撤回申请" }).click();
    await expect(page.getByText("已撤回。")).toBeVisible();
    // The other administrator's form comes too late, and says so.
    await others.getByLabel(/为什么/).fill("看过了");
    await others.getByRole("button", { name: "同意", exact: true }).click();
    await expect(others.getByText("这份申请刚刚已经有了结果")).toBeVisible();
    const left = others.getByRole("region").filter({ hasText: email });
    await expect(left.getByRole("link", { name: "同意", exact: true })).toHaveCount(0);
    await others.close();
  });
});
