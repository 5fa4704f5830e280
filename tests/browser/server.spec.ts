import { request as httpRequest, type RequestOptions } from "node:http";
import { expect, test } from "@playwright/test";

/** A request that no browser would send. */
function raw(baseURL: string | undefined, options: RequestOptions) {
  const { hostname, port } = new URL(baseURL ?? "");
  return new Promise<{ status: number; headers: Record<string, unknown> }>((done, fail) => {
    const sent = httpRequest({ hostname, port, ...options }, (response) => {
      response.resume();
      done({ status: response.statusCode ?? 0, headers: response.headers });
    });
    sent.once("error", fail);
    sent.end();
  });
}

const strange: [string, RequestOptions, number][] = [
  ["a broken escape", { path: "/%ff" }, 400],
  ["a zero byte", { path: "/a%00b" }, 400],
  ["another host in the path", { path: "//elsewhere.example/" }, 400],
  ["a host that is none", { path: "/", headers: { Host: "a b" } }, 400],
  ["a strange method", { path: "/", method: "TRACE" }, 405],
  ["a page that is not there", { path: "/no/such/page" }, 404],
];

for (const [name, options, status] of strange) {
  test(`${name} is answered ${status}`, async ({ baseURL }) => {
    expect((await raw(baseURL, options)).status).toBe(status);
  });
}

test("HEAD tells the same headers as GET", async ({ baseURL }) => {
  const [head, get] = await Promise.all(["HEAD", "GET"].map((method) => raw(baseURL, { path: "/", method })));
  expect(head?.status).toBe(get?.status);
  expect(head?.headers["x-content-type-options"]).toBe("nosniff");
  expect(head?.headers["content-type"]).toBe(get?.headers["content-type"]);
  expect(Object.keys(head?.headers ?? {})).toContain("referrer-policy");
});

test("the health page asks the database", async ({ request }) => {
  const response = await request.get("/healthz");
  expect(response.status()).toBe(200);
  expect(await response.text()).toBe("ok\n");
});
