import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { assets } from "../../app/http/assets.ts";

const folder = mkdtempSync(join(tmpdir(), "huiyin-assets-"));
const server = createServer((request, response) =>
  serve(request, response, () => response.writeHead(404).end("no such page")),
);
let serve: ReturnType<typeof assets>;
let address: string;

beforeAll(async () => {
  mkdirSync(join(folder, "assets"));
  for (const name of ["icon.svg", "assets/old.js", "assets/turned.js", "assets/图.svg"])
    writeFileSync(join(folder, name), "content");
  serve = assets(folder);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => server.close());

const ask = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(`${address}${path}`, { headers });
  return [response.status, await response.text(), response.headers.get("Cache-Control")];
};

test("files are served, those with a name of their own for ever", async () => {
  expect(await ask("/icon.svg")).toEqual([200, "content", "public, max-age=3600"]);
  expect(await ask("/assets/old.js")).toEqual([200, "content", "public, max-age=31536000, immutable"]);
  expect(await ask("/assets/%E5%9B%BE.svg")).toMatchObject({ 0: 200, 1: "content" });
  expect(await ask("/elsewhere")).toMatchObject({ 0: 404, 1: "no such page" });
});

test("a text says how it is written", async () => {
  const typeOf = async (path: string) => (await fetch(`${address}${path}`)).headers.get("Content-Type");
  expect(await typeOf("/icon.svg")).toBe("image/svg+xml; charset=utf-8");
  expect(await typeOf("/assets/turned.js")).toBe("text/javascript; charset=utf-8");
});

test("a file that a new build has taken away is not found, and the server lives", async () => {
  rmSync(join(folder, "assets/old.js"));
  expect(await ask("/assets/old.js")).toEqual([404, "no such page", null]);
  expect(await ask("/icon.svg")).toMatchObject({ 0: 200 });
});

test("a file that breaks while it is read breaks that answer alone", async () => {
  rmSync(join(folder, "assets/turned.js"));
  mkdirSync(join(folder, "assets/turned.js"));
  await expect(ask("/assets/turned.js")).rejects.toThrow();
  expect(await ask("/icon.svg")).toMatchObject({ 0: 200 });
});

test("a part that ends before it begins is no reason to die", async () => {
  expect(await ask("/icon.svg", { Range: "bytes=5-2" })).toMatchObject({ 0: 200, 1: "content" });
});
