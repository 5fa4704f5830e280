import { describe, expect, it, test } from "vitest";
import { isShallow } from "../../app/http/bounded-body.ts";
import { Buckets } from "../../app/http/bucket.ts";
import { formOf } from "../../app/http/forms.ts";
import { kindOf, limits } from "../../app/http/limits.ts";

describe("a bucket", () => {
  const allowance = { count: 3, seconds: 30 };
  it("gives what is in it, tells how long to wait, and fills again", () => {
    const buckets = new Buckets(10);
    const take = (at: number) => buckets.take("a", allowance, at);
    expect([take(0), take(0), take(0), take(0)]).toEqual([0, 0, 0, 10]);
    expect([take(4_000), take(10_000), take(10_000)]).toEqual([6, 0, 10]);
    expect([take(1e9), take(1e9), take(1e9), take(1e9)]).toEqual([0, 0, 0, 10]);
  });

  it("is one for each key, and of too many the oldest is forgotten", () => {
    const buckets = new Buckets(2);
    const one = { count: 1, seconds: 60 };
    expect(["a", "b", "a", "c", "b"].map((key) => buckets.take(key, one, 0) > 0)).toEqual([
      false,
      false,
      true,
      false,
      // Forgotten, for a was asked for since.
      false,
    ]);
  });
});

test.each([
  ["GET", "/desk", "", "page"],
  ["HEAD", "/desk", "", "page"],
  ["GET", "/desk/ledger.xlsx", "", "export"],
  ["GET", "/desk/files/:kind/:id", "", "download"],
  ["GET", "/desk/urgings/:id/letter.docx", "", "download"],
  ["POST", "/sign-in/factor/:way?", "", "signIn"],
  ["POST", "/reset/:token", "", "link"],
  ["POST", "/liaison/drafts/:id/:step/save", "", "save"],
  ["POST", "/liaison/drafts/:id/attachments", "multipart/form-data; boundary=x", "upload"],
  ["POST", "/api/resend", "application/json", "webhook"],
  ["DELETE", "/desk", "", "form"],
])("%s %s %s is a %s", (method, place, type, kind) => expect(kindOf(method, place, type)).toBe(kind));

test("what one person may, an office behind one address may two hundred times", () => {
  const { page, form, upload } = limits;
  for (const { person, address } of [page, form, upload])
    expect(address.count / address.seconds).toBeGreaterThanOrEqual(
      (200 * (person?.count ?? 0)) / address.seconds,
    );
});

test("JSON is bounded in depth before it is read, brackets in its texts aside", () => {
  expect(isShallow(`{"a": [{"b": "[[[[[[[[[[[[[[[[[[[[\\"[["}]}`)).toBe(true);
  expect(isShallow("[".repeat(17))).toBe(false);
  expect(isShallow(`${'{"a":'.repeat(17)}1`)).toBe(false);
  expect(isShallow(`[${"[],".repeat(50_000)}1]`)).toBe(true);
  expect(isShallow(`{"a\\\\": ${"[".repeat(17)}`)).toBe(false);
});

test("a text in JSON that has no end is looked at once", () => {
  const start = performance.now();
  expect(isShallow(`"${'\\"'.repeat(90_000)}`)).toBe(true);
  expect(performance.now() - start).toBeLessThan(500);
});

describe("a form", () => {
  const post = (body: BodyInit, type = "application/x-www-form-urlencoded") =>
    formOf(
      new Request("http://huiyin.example/", { method: "POST", headers: { "Content-Type": type }, body }),
    );
  const statusOf = (form: Promise<FormData>) =>
    form.then(
      () => 200,
      ({ status }: Response) => status,
    );
  it.each<[string, string, number]>([
    ["of a thousand fields", "a=b&".repeat(1000), 200],
    ["of more", "a=b&".repeat(1001), 413],
    ["with a field of a long name", `${"a".repeat(201)}=b`, 413],
    ["that is too heavy", `a=${"b".repeat(1_000_000)}`, 413],
  ])("%s", async (_, body, status) => expect(await statusOf(post(body))).toBe(status));

  it("that is too heavy is refused though a copy of it waits to be read", async () => {
    const [body, headers] = [
      `a=${"b".repeat(300_000)}`,
      { "Content-Type": "application/x-www-form-urlencoded" },
    ];
    const request = new Request("http://huiyin.example/", { method: "POST", headers, body });
    const copy = request.clone();
    expect(await statusOf(formOf(request, 1000))).toBe(413);
    expect(await statusOf(formOf(copy))).toBe(200);
  });

  it("of half a million fields is refused before they are taken apart", async () => {
    const start = performance.now();
    expect(await statusOf(post("a&".repeat(499_000)))).toBe(413);
    expect(performance.now() - start).toBeLessThan(500);
  });

  it("that streams without an end is cut off, and what is none is refused", async () => {
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(100_000));
      },
    });
    const headers = { "Content-Type": "application/x-www-form-urlencoded" };
    const request = new Request("http://huiyin.example/", {
      method: "POST",
      headers,
      body: endless,
      duplex: "half",
    } as RequestInit);
    expect(await statusOf(formOf(request))).toBe(413);
    expect(sent).toBeLessThan(20);
    expect(await statusOf(post("{}", "application/json"))).toBe(400);
  });
});
