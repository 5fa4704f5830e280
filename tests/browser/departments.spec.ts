import { expect, type Page, test } from "@playwright/test";
import { signIn } from "./people.ts";

const names = (nth: string) => [`市试办${nth}一局`, `市试办${nth}二局`] as const;

async function add(page: Page, words: string) {
  await page.goto("/admin/departments/new");
  await page.getByLabel("部门名称").fill(words);
  await page.getByRole("button", { name: "加入" }).click();
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("departments are pasted, put right, given a leader, and ended after a question", async ({ page }) => {
    const [one, two] = names(String(Date.now()));
    await signIn(page, "xu");
    await add(page, `${one} | First Bureau\n${two}\n${two}`);
    await expect(page.getByText(`出现了两次：${two}`).first()).toBeVisible();
    await expect(page.getByLabel("部门名称")).toHaveValue(new RegExp(one));
    await add(page, `${one} | First Bureau\n${two}`);
    await expect(page.getByText("已加入 2 个部门。")).toBeVisible();

    const row = page.getByRole("row", { name: new RegExp(one) });
    await row.getByRole("link", { name: /调整/ }).click();
    await page.locator("main [name=leader]").selectOption({ label: "梁伯安" });
    await page.getByRole("button", { name: "保存" }).click();
    await expect(row).toContainText("梁伯安");

    await row.getByRole("link", { name: /调整/ }).click();
    await page.locator("main [name=status]").selectOption("ended");
    await page.getByRole("button", { name: "保存" }).click();
    await expect(page.getByText(`撤销 ${one}？`)).toBeVisible();
    await page.getByRole("button", { name: "撤销" }).click();
    await expect(row).toContainText("已撤销");
  });
});

test("what was typed is handed back when the hub does not answer, and sent again", async ({ page }) => {
  const [one] = names(String(Date.now()));
  await signIn(page, "xu");
  await page.route("**/departments/new.data*", (route) =>
    route.fulfill({ status: 502, body: "Bad gateway" }),
  );
  await add(page, one);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("可能没有送到");
  await page.unrouteAll();
  await page.getByRole("button", { name: "再试一次" }).click();
  await expect(page.getByText("已加入 1 个部门。")).toBeVisible();
});
