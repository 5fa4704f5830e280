import { expect, type Page, test } from "@playwright/test";
import { codeAt, stepAt } from "../../app/domain/people/totp.ts";
import { castPassword } from "../../db/seed/cast.ts";
import { signIn } from "./people.ts";
import { askForOfficer, comeIn, decide, linkFor, password } from "./rights.ts";

// A passkey belongs to a name, and never to a number such as 127.0.0.1.
test.use({ baseURL: `http://localhost:${process.env.HUIYIN_BROWSER_PORT}` });

// Its people are in no other journey, because a second factor would keep those out.
test.describe.configure({ mode: "serial" });

/** Gives the password, and no more. */
async function knock(page: Page, key: string, to = "/account/factor", word = castPassword) {
  await page.goto(`/sign-in?${new URLSearchParams({ to })}`);
  await page.getByLabel("电子邮箱").fill(`${key}@huiyin.example`);
  await page.getByLabel("密码", { exact: true }).fill(word);
  await page.getByRole("button", { name: "登录", exact: true }).click();
}

async function signOut(page: Page) {
  await page.context().clearCookies({ name: "huiyin_session" });
}

/** A device with a fingerprint that is always given. */
async function withFingerprint(page: Page) {
  const client = await page.context().newCDPSession(page);
  await client.send("WebAuthn.enable");
  await client.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

/** The recovery codes that the page shows this once. */
async function keepCodes(page: Page): Promise<string[]> {
  await expect(page.getByText("请保存恢复码")).toBeVisible();
  const codes = await page.locator("main li.font-mono, main ul.font-mono li").allInnerTexts();
  expect(codes).toHaveLength(10);
  await page.getByRole("link", { name: "我保存好了" }).click();
  return codes;
}

/** What the page says that an authenticator app should count from, as bytes. */
async function secretOf(page: Page): Promise<Buffer> {
  const uri = (await page.getByRole("link", { name: "在本机的验证器里打开" }).getAttribute("href")) ?? "";
  const letters = new URL(uri).searchParams.get("secret") ?? "";
  await expect(page.getByText((letters.match(/.{1,4}/g) ?? []).join(" "))).toBeVisible();
  const bits = [...letters].map((one) =>
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(one).toString(2).padStart(5, "0"),
  );
  return Buffer.from((bits.join("").match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

const codeNow = (secret: Buffer, off: number) => codeAt(secret, stepAt(new Date()) + off);

test("a passkey is added, is asked for after the password, and lets its owner in", async ({ page }) => {
  await withFingerprint(page);
  await knock(page, "zhou");
  await page.getByLabel("给它起个名字").fill("办公室电脑");
  await page.getByRole("button", { name: "添加通行密钥" }).click();
  await keepCodes(page);
  await expect(page.getByText("办公室电脑", { exact: true })).toBeVisible();
  await signOut(page);

  await knock(page, "zhou", "/department");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("再确认一步");
  // The password alone opens nothing.
  await page.goto("/department/all");
  await expect(page).toHaveURL(/\/sign-in\/factor\?to=%2Fdepartment%2Fall/);
  await page.getByRole("button", { name: "使用通行密钥" }).click();
  await expect(page).toHaveURL(/\/department\/all$/);

  await page.goto("/account/factor");
  await page.getByRole("button", { name: "移除 办公室电脑" }).click();
  await expect(page.getByText("还没有通行密钥")).toBeVisible();
  await signOut(page);
  await knock(page, "zhou", "/department");
  await expect(page).toHaveURL(/\/department$/);
});

test("six digits are right once; a recovery code is too; neither needs scripts", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "zh-CN", baseURL });
  const page = await context.newPage();
  await knock(page, "fang");
  const secret = await secretOf(page);
  await expect(page.getByRole("img", { name: "验证器的二维码" })).toBeVisible();
  const code = page.getByLabel("验证器显示的六位数字");
  await code.fill("000000");
  await page.getByRole("button", { name: "启用验证器" }).click();
  await expect(page.getByText("数字不对").first()).toBeVisible();
  // What was scanned stays good.
  expect(await secretOf(page)).toEqual(secret);
  await code.fill(codeNow(secret, -1));
  await page.getByRole("button", { name: "启用验证器" }).click();
  const [recovery = ""] = await keepCodes(page);

  const digits = page.getByLabel("六位验证码");
  const enter = page.getByRole("button", { name: "登录", exact: true });
  const used = codeNow(secret, 0);
  await signOut(page);
  await knock(page, "fang");
  await digits.fill("000000");
  await enter.click();
  await expect(page.getByText("验证码不对").first()).toBeVisible();
  await digits.fill(used);
  await enter.click();
  await expect(page).toHaveURL(/\/account\/factor$/);
  await signOut(page);
  await knock(page, "fang");
  await digits.fill(used);
  await enter.click();
  await expect(page.getByText("验证码不对").first()).toBeVisible();

  await page.getByText("手边没有这些设备").click();
  const typed = page.getByLabel("恢复码", { exact: true });
  await typed.fill(recovery.toLowerCase().replaceAll("-", " "));
  await page.getByRole("button", { name: "用恢复码登录" }).click();
  await expect(page.getByText("10 个里还剩 9 个没有用过")).toBeVisible();
  await signOut(page);
  await knock(page, "fang");
  await page.getByText("手边没有这些设备").click();
  await expect(page.getByText("要由系统管理员提出、安全管理员同意")).toBeVisible();
  await typed.fill(recovery);
  await page.getByRole("button", { name: "用恢复码登录" }).click();
  await expect(page.getByText("恢复码不对").first()).toBeVisible();

  await digits.fill(codeNow(secret, 1));
  await enter.click();
  await page.getByRole("button", { name: "停用验证器" }).click();
  await expect(page.getByText("还没有启用验证器")).toBeVisible();
  await context.close();
});

test("a session that was ended elsewhere asks to sign in, comes back, and loses nothing", async ({
  page,
  browser,
}) => {
  const other = await (await browser.newContext({ locale: "zh-CN" })).newPage();
  await signIn(other, "jing");
  await other.goto("/account");
  await signIn(page, "jing");
  await page.goto("/account");
  await page.getByRole("button", { name: "退出其他所有设备" }).click();
  await expect(page.getByRole("button", { name: "退出其他所有设备" })).toBeHidden();

  // A form that was being filled in is handed back, and sent on after signing in beside it.
  await other.getByRole("radio", { name: /每天一封/ }).check();
  await other.getByRole("button", { name: "保存邮件方式" }).click();
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("您已经退出登录");
  const [beside] = await Promise.all([
    other.waitForEvent("popup"),
    other.getByRole("link", { name: "在新窗口登录" }).click(),
  ]);
  await beside.getByLabel("电子邮箱").fill("jing@huiyin.example");
  await beside.getByLabel("密码", { exact: true }).fill(castPassword);
  await beside.getByRole("button", { name: "登录", exact: true }).click();
  await expect(beside).toHaveURL(/\/audit/);
  await other.getByRole("button", { name: "重新提交" }).click();
  await expect(other).toHaveURL(/\/account\?saved$/);
  await expect(other.getByRole("radio", { name: /每天一封/ })).toBeChecked();

  // And a click leads to the door and back.
  await page.reload();
  await page.getByRole("button", { name: "退出其他所有设备" }).click();
  await expect(page.getByRole("button", { name: "退出其他所有设备" })).toBeHidden();
  await other.goto("/notices");
  await expect(other).toHaveURL(/\/sign-in\?to=%2Fnotices/);
  await other.getByLabel("电子邮箱").fill("jing@huiyin.example");
  await other.getByLabel("密码", { exact: true }).fill(castPassword);
  await other.getByRole("button", { name: "登录", exact: true }).click();
  await expect(other).toHaveURL(/\/notices$/);
  await other.goto("/account");
  await other.getByRole("radio", { name: /一事一封/ }).check();
  await other.getByRole("button", { name: "保存邮件方式" }).click();
  await other.context().close();
});

/** A mailed link under the name by which this browser knows us. */
const here = (link: string) => new URL(link).pathname;

/** Takes an authenticator app on, on the page that offers it. */
async function enrol(page: Page) {
  const secret = await secretOf(page);
  await page.getByLabel("验证器显示的六位数字").fill(codeNow(secret, 0));
  await page.getByRole("button", { name: "启用验证器" }).click();
  await keepCodes(page);
  await expect(page.getByRole("button", { name: "停用验证器" })).toBeVisible();
}

test("a lost factor is replaced by two administrators, and its owner enrols anew", async ({
  page,
  browser,
}) => {
  test.setTimeout(150_000);
  const [key, name] = [`lost-${Date.now()}`, "丁失物"];
  const email = `${key}@huiyin.example`;
  await signIn(page, "xu");
  await askForOfficer(page, name, email);
  const others = await browser.newPage();
  await decide(others, name, "同意");
  const theirs = await browser.newPage();
  await comeIn(theirs, here(await linkFor(theirs, email)));
  await expect(theirs).toHaveURL(/\/department$/);
  await theirs.goto("/account/factor");
  await enrol(theirs);
  await signOut(theirs);
  await knock(theirs, key, "/department", password);
  await expect(theirs.getByRole("heading", { level: 1 })).toHaveText("再确认一步");

  await page.goto(`/admin/people?${new URLSearchParams({ q: email })}`);
  await page.getByRole("row").filter({ hasText: email }).getByRole("link", { name: "换验证" }).click();
  await page.getByLabel("为什么").fill("手机掉进了海里，当面核对过证件");
  await page.getByRole("button", { name: "提出申请" }).click();
  await expect(page.getByText("已提出申请，等安全管理员同意后生效")).toBeVisible();
  // One administrator alone changes nothing.
  await theirs.reload();
  await expect(theirs.getByRole("heading", { level: 1 })).toHaveText("再确认一步");
  await decide(others, name, "同意");

  await theirs.reload();
  await expect(theirs).toHaveURL(/\/sign-in/);
  await theirs.goto(`/mailbox?${new URLSearchParams({ to: email })}`);
  await theirs
    .getByRole("link", { name: /重设回音的登录密码/ })
    .first()
    .click();
  const link = await theirs.getByRole("link", { name: "打开邮件里的链接" }).getAttribute("href");
  await theirs.goto(here(link ?? ""));
  const anew = "another long sentence of my own";
  await theirs.getByLabel("新密码", { exact: true }).fill(anew);
  await theirs.getByLabel("再输入一次新密码").fill(anew);
  await theirs.getByRole("button", { name: "保存并登录" }).click();
  await expect(theirs.getByRole("heading", { level: 1 })).toHaveText("待我办理");
  await theirs.goto("/account/factor");
  await expect(theirs.getByText("还没有启用验证器")).toBeVisible();
  await enrol(theirs);
  await theirs.close();
  await others.close();
});
