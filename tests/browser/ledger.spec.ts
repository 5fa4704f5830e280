import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { readXlsx } from "hucre/xlsx";
import { signIn } from "./people.ts";

/** Sends the form of the page itself, not the shell's search or sign-out. */
const send = (page: Page) =>
  page.locator("main form[method=post] button[type=submit]:not([name])").last().click();

test("gu records a rule and links it, and a stale change is told what is stored", async ({
  page,
  context,
}) => {
  await signIn(page, "gu");
  await page.goto("/desk/ledger?status=handling");
  const number = (await page.getByRole("rowheader").first().textContent()) ?? "";
  await page.goto("/desk/rules?new");
  await page.getByLabel("制度名称").fill("消防验收排期公开办法");
  await page.getByLabel("改了什么").fill("排期公开，变动说明原因。");
  await page.getByLabel("制定单位").selectOption({ label: "市建设局" });
  await page.getByLabel("制定日期").fill("2026-01-05");
  await page.getByLabel("相关问题").fill("HY1");
  await send(page);
  await expect(page.getByLabel("相关问题")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("制度名称")).toHaveValue("消防验收排期公开办法");
  await page.getByLabel("相关问题").fill(number);
  await send(page);
  await page.waitForURL((url) => url.searchParams.has("saved"));
  await expect(page.getByRole("status").filter({ hasText: "已记下《消防验收排期公开办法》" })).toBeVisible();
  const row = page.getByRole("row").filter({ hasText: "消防验收排期公开办法" });
  await expect(row.getByRole("link", { name: number })).toBeVisible();

  await row.getByRole("link", { name: "修改：消防验收排期公开办法" }).click();
  await page.waitForURL(/edit=/);
  const late = await context.newPage();
  await late.goto(page.url());
  await page.getByLabel("制度名称").fill("消防验收排期公开规定");
  await send(page);
  await page.waitForURL((url) => url.searchParams.has("saved"));
  await late.getByLabel("改了什么").fill("后到的改动。");
  await send(late);
  await expect(late.getByRole("status").filter({ hasText: "别人先办了一步" })).toContainText(
    "消防验收排期公开规定",
  );
  await expect(late.getByLabel("改了什么")).toHaveValue("后到的改动。");

  await page.goto(`/desk/complaints/${number}`);
  const course = page.getByRole("list", { name: "经过" });
  await expect(course).toContainText("因本件建章立制");
  await expect(course).toContainText("修改了由本件引出的制度");
});

const countIn = async (page: Page) =>
  Number(
    (
      await page
        .getByText(/^共 [\d,]+ 件$/)
        .first()
        .textContent()
    )?.replace(/\D/g, ""),
  );

test("gu filters, sorts and pages the ledger, and the export holds what is shown", async ({ page }) => {
  await signIn(page, "gu");
  await page.goto("/desk/ledger");
  const year = String(new Date().getFullYear() - 1);
  const filters = page.getByRole("form", { name: "台账的筛选条件" });
  await filters.getByLabel("年度").selectOption(year);
  await filters.getByLabel("状态").selectOption("closed");
  await filters.getByRole("button", { name: "筛选" }).click();
  await expect(page.getByText("2 个条件")).toBeVisible();
  await page.getByRole("columnheader", { name: "期限" }).getByRole("link").click();
  await expect(page.getByRole("columnheader", { name: "期限" })).toHaveAttribute("aria-sort", "ascending");
  const total = await countIn(page);

  const seen = new Set<string>();
  const next = page.getByRole("link", { name: "下一页" });
  for (let pages = 0; pages < 20; pages++) {
    const table = page.getByRole("table", { name: "问题台账" });
    for (const shown of await table.getByRole("rowheader").allInnerTexts()) seen.add(shown);
    if (!(await next.isVisible())) break;
    const first = table.getByRole("rowheader").first();
    const before = (await first.textContent()) ?? "";
    await next.click();
    await expect(first).not.toHaveText(before);
  }
  expect(seen.size).toBe(total);

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "导出 .xlsx" }).click(),
  ]);
  const book = await readXlsx(new Uint8Array(await readFile(await download.path())));
  const rows = book.sheets[0]?.rows ?? [];
  expect(rows[0]?.slice(0, 2)).toEqual(["件号", "问题"]);
  expect(new Set(rows.slice(1, -1).map((row) => String(row[0])))).toEqual(seen);
  expect(String(rows.at(-1)?.[0])).toMatch(/^顾长风（监督岗）于 .+ 导出，仅供内部使用$/);
  await page.getByRole("link", { name: "清除全部条件" }).click();
  await expect(page.getByText("2 个条件")).toBeHidden();
});

test("gu keeps a view under a name, finds it on the ledger, and lets it go", async ({ page }) => {
  await signIn(page, "gu");
  await page.goto("/desk/ledger?status=handling&sort=due");
  await page.getByRole("link", { name: "保存视图" }).click();
  await expect(page.getByText("办理中 · 先到期在前").first()).toBeVisible();
  const save = page.getByRole("button", { name: "保存", exact: true });
  await save.click();
  await expect(page.getByLabel("视图名称")).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("视图名称").fill("办理中的急件");
  await save.click();
  await page.waitForURL(
    (url) => url.pathname === "/desk/ledger" && url.search === "?status=handling&sort=due",
  );
  await page.goto("/desk/ledger");
  const views = page.getByRole("navigation", { name: "台账的视图" });
  await views.getByRole("link", { name: "办理中的急件" }).click();
  await expect(views.getByRole("link", { name: "办理中的急件" })).toHaveAttribute("aria-current", "page");
  await page.getByRole("link", { name: "保存视图" }).click();
  await page.getByRole("button", { name: "删除视图“办理中的急件”" }).click();
  await expect(page.getByRole("button", { name: "删除视图“办理中的急件”" })).toBeHidden();
});

test("what gu ticks opens alone, as a file and as a sheet to print", async ({ page }) => {
  await signIn(page, "gu");
  await page.goto("/desk/ledger?status=handling");
  const rows = page.getByRole("table", { name: "问题台账" }).getByRole("rowheader");
  const ticked = (await rows.allInnerTexts()).slice(1, 3);
  const bar = page.getByRole("group", { name: "选中的件：" });
  await expect(bar).toBeHidden();
  for (const number of ticked) await page.getByRole("checkbox", { name: `选 ${number}` }).check();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    bar.getByRole("button", { name: "导出 .csv" }).click(),
  ]);
  const lines = (await readFile(await download.path(), "utf8")).trim().split("\r\n");
  expect(lines.slice(1, -1).map((line) => line.split(",")[0])).toEqual(ticked);
  await bar.getByRole("button", { name: "只看选中的" }).click();
  await expect(page.getByText("共 2 件")).toBeVisible();
  await page.getByRole("link", { name: "打印 A3" }).click();
  await expect(page.getByText("共 2 件 · 选定的 2 件 · 最新提交在前")).toBeVisible();
  await expect(rows).toHaveText(ticked);
});

test("a month of the chart opens exactly its list", async ({ page }) => {
  await signIn(page, "gu");
  await page.goto(`/desk/figures?year=${new Date().getFullYear() - 1}`);
  await page.getByText("看数字表").click();
  const link = page.getByRole("row", { name: /^7月/ }).getByRole("link", { name: "推动解决" });
  const told = Number.parseInt((await link.textContent()) ?? "", 10);
  expect(told).toBeGreaterThan(0);
  await link.click();
  await page.waitForURL((url) => url.searchParams.get("month") === "7");
  expect(await countIn(page)).toBe(told);
});

test("each of the four numbers opens a list with exactly as many rows", async ({ page }) => {
  await signIn(page, "gu");
  const year = new Date().getFullYear() - 1;
  for (const name of ["反映问题", "推动解决", "监督参考建议", "建章立制"]) {
    await page.goto(`/desk/figures?year=${year}`);
    const link = page.getByRole("link", { name: new RegExp(`^打开 [\\d,]+ 条\\s*${name}$`) });
    const told = Number(((await link.textContent()) ?? "").match(/打开 ([\d,]+) 条/)?.[1]?.replace(",", ""));
    expect(told).toBeGreaterThan(0);
    await link.click();
    await page.waitForURL((url) => !url.pathname.endsWith("/figures"));
    const rows = page.getByRole("table").getByRole("rowheader");
    if (name === "建章立制") await expect(rows).toHaveCount(told);
    else expect(await countIn(page)).toBe(told);
  }
});
