import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eicar, startClamd } from "../support/clamd.ts";

let clamd: Awaited<ReturnType<typeof startClamd>>;
let uploads: typeof import("../../app/http/uploads.server.ts");
let downloads: typeof import("../../app/http/download.server.ts");
let virus: typeof import("../../app/http/virus.server.ts");

beforeAll(async () => {
  clamd = await startClamd();
  process.env.HUIYIN_DATA = mkdtempSync(join(tmpdir(), "huiyin-quarantine-"));
  process.env.HUIYIN_SECRET = "a secret that is long enough for a test";
  process.env.DATABASE_URL ??= "postgres://nobody@127.0.0.1:1/none";
  process.env.CLAMAV_URL = clamd.url;
  uploads = await import("../../app/http/uploads.server.ts");
  downloads = await import("../../app/http/download.server.ts");
  virus = await import("../../app/http/virus.server.ts");
});
afterAll(() => clamd.stop().catch(() => undefined));

const formOf = (name: string, content: string | Buffer) => {
  const form = new FormData();
  form.append("files", new File([content as BlobPart], name));
  return new Request("http://localhost/", { method: "POST", body: form });
};
const folder = () => process.env.HUIYIN_DATA ?? "";
/** Where a download leads to, or its bytes. */
async function downloadOf(storageKey: string): Promise<string> {
  const answer = await downloads
    .download({ name: "a.txt", type: "txt", storageKey })
    .catch((thrown: Response) => thrown);
  return answer.headers.get("Location") ?? (await answer.text());
}

test("a large file goes to the scanner whole", async () => {
  const path = join(folder(), "large");
  const bytes = Buffer.alloc(3_000_000, "营商");
  writeFileSync(path, bytes);
  expect(await virus.scan(clamd.url, path)).toBe("clean");
  expect(clamd.scanned.at(-1)?.equals(bytes)).toBe(true);
});

test("a virus is refused at the upload and leaves nothing", async () => {
  const { stored, refused } = await uploads.receive(formOf("说明.txt", `说明\n${eicar}`));
  expect(stored).toEqual({});
  expect(refused).toEqual([{ field: "files", name: "说明.txt", fault: "infected" }]);
  expect(readdirSync(uploads.uploadsFolder())).toEqual([]);
  expect(readdirSync(join(folder(), "verdicts"))).toEqual([]);
});

test("a clean file is scanned once, however often it is fetched, and forgotten with its bytes", async () => {
  const { stored } = await uploads.receive(formOf("说明.txt", "平安无事"));
  const file = stored.files?.[0];
  const before = clamd.scanned.length;
  expect(await downloadOf(file?.storageKey ?? "")).toBe("平安无事");
  expect(await downloadOf(file?.storageKey ?? "")).toBe("平安无事");
  expect(clamd.scanned.length).toBe(before);
  await uploads.discard(file ? [file] : []);
  expect(readdirSync(join(folder(), "verdicts"))).toEqual([]);
});

test("a file that was there before the scanner is scanned before it is handed out, and kept back for good", async () => {
  writeFileSync(join(uploads.uploadsFolder(), "old"), eicar);
  expect(await downloadOf("old")).toBe("/held/infected");
  expect(readFileSync(join(folder(), "verdicts", "old"), "utf8")).toBe("infected");
});

test("while the scanner is silent a file is taken and given to nobody", async () => {
  await clamd.stop();
  const { stored, refused } = await uploads.receive(formOf("说明.txt", "还没有查过"));
  const key = stored.files?.[0]?.storageKey ?? "";
  expect(refused).toEqual([]);
  expect(await downloadOf(key)).toBe("/held/waiting");
  await expect(virus.scan(clamd.url, join(uploads.uploadsFolder(), key))).rejects.toThrow();
});
