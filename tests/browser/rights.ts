import { expect, type Page } from "@playwright/test";
import { signIn } from "./people.ts";

export const password = "a long sentence of my own";

/** Fills in the form of an account in the water bureau and asks for it. */
export async function askForOfficer(page: Page, name: string, email: string) {
  await page.goto("/admin/people/new");
  const form = page.locator("main form[method=post]");
  await form.getByLabel("姓名", { exact: true }).fill(name);
  await form.getByLabel("电子邮箱").fill(email);
  await form.locator("[name=role]").selectOption("department");
  await form.locator("[name=department]").selectOption({ label: "市水利局" });
  await form.getByLabel("为什么").fill("新到岗");
  await page.getByRole("button", { name: "提出申请" }).click();
  await expect(page.getByText("已提出申请，等安全管理员同意后生效")).toBeVisible();
}

/** Decides, as the security administrator, the request that waits about somebody's address. */
export async function decide(page: Page, email: string, verdict: "同意" | "不同意") {
  await signIn(page, "wei");
  await page.goto("/security");
  const request = page.getByRole("region").filter({ hasText: email });
  await request.getByRole("link", { name: verdict, exact: true }).click();
  await page.getByLabel(/为什么/).fill("核对过编制");
  await page.getByRole("button", { name: verdict, exact: true }).click();
  await expect(page.getByText("已记下您的决定")).toBeVisible();
}

/** The link that the demo's mailbox shows in the last mail to somebody. */
export async function linkFor(page: Page, email: string): Promise<string> {
  await page.goto(`/mailbox?${new URLSearchParams({ to: email })}`);
  await page
    .getByRole("link", { name: /请启用您的回音账号/ })
    .first()
    .click();
  return (await page.getByRole("link", { name: "打开邮件里的链接" }).getAttribute("href")) ?? "";
}

/** Comes in by an invitation's link. */
export async function comeIn(page: Page, link: string) {
  await page.goto(link);
  await page.getByLabel("新密码", { exact: true }).fill(password);
  await page.getByLabel("再输入一次新密码").fill(password);
  await page.getByRole("button", { name: "保存并登录" }).click();
}
