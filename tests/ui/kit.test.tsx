import { readdirSync, readFileSync } from "node:fs";
import type { ReactNode } from "react";
import { renderToString } from "react-dom/server";
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from "react-router";
import { expect, test } from "vitest";
import { WordsProvider } from "../../app/i18n/use-words.ts";
import { ActBar } from "../../app/ui/act-bar.tsx";
import { ActForm } from "../../app/ui/act-form.tsx";
import { CheckField } from "../../app/ui/check-field.tsx";
import { ChoiceField } from "../../app/ui/choice-field.tsx";
import { DataTable } from "../../app/ui/data-table.tsx";
import { Lamp } from "../../app/ui/lamp.tsx";
import { SelectField } from "../../app/ui/select-field.tsx";
import { TextArea } from "../../app/ui/text-area.tsx";
import { TextField } from "../../app/ui/text-field.tsx";
import { Upload } from "../../app/ui/upload.tsx";

/** What the server sends, which is all that there is without scripts. */
async function html(content: ReactNode): Promise<string> {
  const element = (
    <WordsProvider locale="en" today="2026-11-22">
      {content}
    </WordsProvider>
  );
  const handler = createStaticHandler([{ path: "/", element }]);
  const context = await handler.query(new Request("http://127.0.0.1/"));
  if (context instanceof Response) throw new Error("The page answered with a redirect.");
  const router = createStaticRouter(handler.dataRoutes, context);
  return renderToString(<StaticRouterProvider router={router} context={context} hydrate={false} />);
}

/** The tag of the control with this name. */
const control = (page: string, name: string) =>
  page.match(new RegExp(`<[a-z]+[^>]* name="${name}"[^>]*>`))?.[0] ?? "";

test("a field says what is wrong, is tied to it, and keeps what was typed", async () => {
  const page = await html(
    <ActForm
      submit="Send"
      values={{ reason: "because", who: "b" }}
      errors={{ reason: "Say more", who: "No" }}
    >
      <TextArea name="reason" label="Reason" hint="In a sentence" required />
      <ChoiceField name="who" label="Who" options={["a", "b"].map((value) => ({ value, label: value }))} />
    </ActForm>,
  );
  expect(control(page, "reason")).toContain('aria-invalid="true"');
  expect(control(page, "reason")).toContain('aria-describedby="reason-hint reason-error"');
  expect(page).toContain('id="reason-hint"');
  expect(page).toContain('id="reason-error"');
  expect(page).toContain(">because</textarea>");
  expect(page).toMatch(/value="b"[^>]*checked|checked=""[^>]*value="b"/);
  for (const name of ["reason", "who"]) {
    expect(page).toContain(`href="#${name}"`);
    expect(page).toContain(` id="${name}"`);
  }
});

test("two forms on a page have ids of their own", async () => {
  const form = (prefix: string) => (
    <ActForm submit="Send" idPrefix={prefix} errors={{ note: "Missing" }}>
      <TextField name="note" label="Note" />
    </ActForm>
  );
  const page = await html(
    <>
      {form("one-")}
      {form("two-")}
    </>,
  );
  for (const id of ["one-note", "two-note"]) {
    expect(page.split(` id="${id}"`)).toHaveLength(2);
    expect(page).toContain(`href="#${id}"`);
  }
});

test("a password is never written back", async () => {
  const page = await html(
    <ActForm submit="Sign in" values={{ password: "hunter2", email: "a@example.com" }}>
      <TextField name="email" type="email" label="E-mail" />
      <TextField name="password" type="password" label="Password" />
    </ActForm>,
  );
  expect(page).toContain("a@example.com");
  expect(page).not.toContain("hunter2");
});

test("a select and a tick keep their choice", async () => {
  const page = await html(
    <ActForm submit="Send" values={{ field: "tax", told: "yes" }}>
      <SelectField name="field" label="Field" options={[{ value: "tax", label: "Tax" }]} />
      <CheckField name="told" label="Told" />
    </ActForm>,
  );
  expect(page).toMatch(/<option[^>]*value="tax"[^>]*selected/);
  expect(control(page, "told")).toContain("checked");
});

test("a form sends the version that was seen and its own token", async () => {
  const page = await html(<ActForm submit="Send" version={7} token="t-1" />);
  expect(control(page, "version")).toContain('value="7"');
  expect(control(page, "token")).toContain('value="t-1"');
  expect(page).toContain('method="post"');
});

test("files can be sent without scripts, and removed", async () => {
  const stored = { id: "1", name: "notice.pdf", bytes: 10, removeAction: "/remove/1" };
  const page = await html(<Upload action="/files" files={[stored]} maxFiles={10} maxBytes={20_971_520} />);
  expect(page).toMatch(/<form[^>]*action="\/files"[^>]*enc[tT]ype="multipart\/form-data"/);
  expect(page).toContain('action="/remove/1"');
  const full = await html(<Upload action="/files" files={[stored]} maxFiles={1} maxBytes={20_971_520} />);
  expect(full).not.toContain('type="file"');
});

test("a table says by which column it is sorted, and names its rows", async () => {
  const columns = [
    {
      key: "n",
      head: "Number",
      sortTo: "/?sort=n",
      sorted: "descending" as const,
      cell: (row: string) => row,
    },
    { key: "t", head: "Title", cell: () => "text" },
  ];
  const page = await html(
    <DataTable caption="Ledger" columns={columns} rows={["HY2026-00001"]} rowKey={(row) => row} />,
  );
  expect(page).toMatch(/<th[^>]*aria-sort="descending"/);
  expect(page).toMatch(/<th[^>]*scope="row"[^>]*>.*HY2026-00001/);
  expect(page).toContain("<caption");
});

test("the acts are links and forms; there is no bar where there is nothing to do or to say", async () => {
  const acts = [
    { key: "reply", label: "Reply", to: "?act=reply" },
    { key: "sign", label: "Sign", post: "/sign", fields: { version: "3" } },
  ];
  const page = await html(<ActBar acts={acts} />);
  expect(page).toContain('href="/?act=reply"');
  expect(page).toMatch(/<form[^>]*action="\/sign"/);
  expect(control(page, "version")).toContain('value="3"');
  expect(await html(<ActBar acts={[]} />)).not.toContain("<section");
});

test("the first act stands out only where it is the reader's turn", async () => {
  const acts = [{ key: "note", label: "Note", to: "/note" }];
  expect(await html(<ActBar acts={acts} />)).toContain("bg-action");
  expect(await html(<ActBar acts={acts} isTurn={false} />)).not.toContain("bg-action");
});

test("a lamp is never only a colour", async () => {
  expect(await html(<Lamp lamp="red" workingDaysLeft={-2} />)).toMatch(/<svg.*2 working days overdue/);
});

test("no component writes a style of its own, which the content policy would drop", () => {
  const files = readdirSync("app/ui").map((name) => `app/ui/${name}`);
  expect(files.length).toBeGreaterThan(30);
  expect(files.filter((file) => /\bstyle=/.test(readFileSync(file, "utf8")))).toEqual([]);
});
