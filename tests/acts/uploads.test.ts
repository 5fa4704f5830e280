import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { deflateRawSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { FILE_LIMIT_BYTES } from "../../db/vocabulary.ts";

const dataFolder = mkdtempSync(join(tmpdir(), "huiyin-uploads-"));
process.env.HUIYIN_DATA = dataFolder;
process.env.HUIYIN_SECRET = "a secret that is long enough for a test";
process.env.DATABASE_URL ??= "postgres://nobody@127.0.0.1:1/none";

let uploads: typeof import("../../app/http/uploads.server.ts");
let kept: typeof import("../../app/http/kept-files.server.ts");
let downloads: typeof import("../../app/http/download.server.ts");

beforeAll(async () => {
  uploads = await import("../../app/http/uploads.server.ts");
  kept = await import("../../app/http/kept-files.server.ts");
  downloads = await import("../../app/http/download.server.ts");
});

const pdf = Buffer.from("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** A zip with one deflated entry: enough to be told apart by its content. */
function zipOf(name: string, content: string): Buffer {
  const data = deflateRawSync(Buffer.from(content));
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(data.length, 18);
  header.writeUInt32LE(content.length, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, Buffer.from(name), data]);
}

const types = (of: string) =>
  `<Types><Override PartName="/x" ContentType="application/vnd.openxmlformats-officedocument.${of}.main+xml"/></Types>`;

function formOf(files: [string, Buffer | string][], values: Record<string, string> = {}): Request {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.append(name, value);
  for (const [name, content] of files) form.append("files", new File([content as BlobPart], name));
  return new Request("http://localhost/", { method: "POST", body: form });
}

const leftovers = () => readdirSync(uploads.uploadsFolder()).filter((name) => name.endsWith(".part"));

describe("receiving files", () => {
  test("keeps the bytes, the sum, the type by content and a Chinese name", async () => {
    const received = await uploads.receive(formOf([["补正通知书.pdf", pdf]], { words: "说明" }));
    const [file] = received.stored.files ?? [];
    expect(received.form.get("words")).toBe("说明");
    expect(file).toMatchObject({ name: "补正通知书.pdf", type: "pdf", bytes: pdf.length });
    expect(file?.sha256).toBe(createHash("sha256").update(pdf).digest("hex"));
    expect(readFileSync(uploads.pathOf(file?.storageKey ?? "")).equals(pdf)).toBe(true);
  });

  test("takes text and pictures, and puts a wrong ending right", async () => {
    const received = await uploads.receive(
      formOf([
        ["说明.txt", "第一行\n第二行\t结束"],
        ["photo.jpg", png],
        ["scan", pdf],
      ]),
    );
    expect((received.stored.files ?? []).map((file) => file.name).sort()).toEqual([
      "photo.png",
      "scan.pdf",
      "说明.txt",
    ]);
  });

  test("takes an office document by its content", async () => {
    const docx = zipOf("[Content_Types].xml", types("wordprocessingml.document"));
    const received = await uploads.receive(formOf([["函件.docx", docx]]));
    expect(received.stored.files?.[0]?.type).toBe("docx");
  });

  test("refuses the empty, the disguised and the unknown alone, and keeps the rest", async () => {
    const received = await uploads.receive(
      formOf([
        ["empty.pdf", ""],
        ["disguised.pdf", "<html><script>alert(1)</script></html>"],
        ["program.txt", Buffer.from([0x4d, 0x5a, 0, 0, 1, 2, 3])],
        ["gbk.txt", Buffer.from([0xc4, 0xe3, 0xba, 0xc3])],
        ["archive.docx", zipOf("a.txt", "only a zip")],
        ["good.pdf", pdf],
      ]),
    );
    expect(received.stored.files?.map((file) => file.name)).toEqual(["good.pdf"]);
    const faults = Object.fromEntries(received.refused.map(({ name, fault }) => [name, fault]));
    expect(faults).toEqual({
      "empty.pdf": "empty",
      "disguised.pdf": "typeNotAllowed",
      "program.txt": "typeNotAllowed",
      "gbk.txt": "typeNotAllowed",
      "archive.docx": "typeNotAllowed",
    });
    expect(leftovers()).toEqual([]);
  });

  test("takes a file of exactly 20 MB and refuses one byte more, without keeping it", async () => {
    const filled = (size: number) => Buffer.concat([pdf, Buffer.alloc(size - pdf.length, 32)]);
    const received = await uploads.receive(
      formOf([
        ["limit.pdf", filled(FILE_LIMIT_BYTES)],
        ["over.pdf", filled(FILE_LIMIT_BYTES + 1)],
        ["after.pdf", pdf],
      ]),
    );
    expect(received.stored.files?.map((file) => file.name).sort()).toEqual(["after.pdf", "limit.pdf"]);
    expect(received.refused).toEqual([{ field: "files", name: "over.pdf", fault: "tooLarge" }]);
    expect(leftovers()).toEqual([]);
  });

  test("takes no more than there is room for", async () => {
    const files = Array.from({ length: 4 }, (_, index): [string, Buffer] => [`${index}.pdf`, pdf]);
    const received = await uploads.receive(formOf(files), 2);
    expect(received.stored.files).toHaveLength(2);
    expect(received.refused.map(({ fault }) => fault)).toEqual(["tooMany", "tooMany"]);
  });

  test.each([
    ["fields", Object.fromEntries(Array.from({ length: 201 }, (_, nth) => [`f${nth}`, "x"]))],
    ["words", { a: "x".repeat(600_000), b: "x".repeat(600_000) }],
  ])("refuses too many %s beside the files, and keeps none of them", async (_, fields) => {
    const before = readdirSync(uploads.uploadsFolder()).length;
    const thrown = await uploads.receive(formOf([["a.pdf", pdf]], fields)).catch((error: unknown) => error);
    expect(thrown).toMatchObject({ status: 413 });
    expect(readdirSync(uploads.uploadsFolder())).toHaveLength(before);
  });

  test("leaves no path and no direction mark in a name", async () => {
    const received = await uploads.receive(formOf([["..\\..\\a\u202efdp.pdf", pdf]]));
    expect(received.stored.files?.[0]?.name).toBe("afdp.pdf");
  });

  test("cuts a long name between characters and leaves its ending", async () => {
    const received = await uploads.receive(formOf([[`a${"😀".repeat(80)}.pdf`, pdf]]));
    expect(received.stored.files?.[0]?.name).toBe(`a${"😀".repeat(54)}.pdf`);
  });

  test.each([
    ["no boundary", "multipart/form-data", "x"],
    [
      "a body cut off",
      "multipart/form-data; boundary=b",
      '--b\r\nContent-Disposition: form-data; name="a"; filename="a.pdf"\r\n\r\n%PDF',
    ],
    ["no form at all", "application/json", "{}"],
  ])("answers 400 to %s and leaves nothing behind", async (_, type, body) => {
    const request = new Request("http://localhost/", {
      method: "POST",
      headers: { "content-type": type },
      body,
    });
    const thrown = await uploads.receive(request).catch((error: unknown) => error);
    expect((thrown as Response).status).toBe(400);
    expect(leftovers()).toEqual([]);
  });

  test.each([0, 1, 80])(
    "which the disk won't take, %i pieces long, are an error of ours at once",
    async (pieces) => {
      const part = (name: string) => `--b\r\nContent-Disposition: form-data; name="${name}"`;
      async function* body() {
        yield `${part("words")}\r\n\r\nfirst\r\n`;
        rmSync(uploads.uploadsFolder(), { recursive: true });
        yield `${part("files")}; filename="a.txt"\r\n\r\n`;
        for (let piece = 0; piece < pieces; piece++) yield "x".repeat(65_536);
        yield "\r\n--b--\r\n";
      }
      const request = new Request("http://localhost/", {
        method: "POST",
        headers: { "content-type": "multipart/form-data; boundary=b" },
        body: Readable.toWeb(Readable.from(body(), { objectMode: false })),
        duplex: "half",
      } as RequestInit);
      await expect(uploads.receive(request)).rejects.toThrow("ENOENT");
    },
  );
});

describe("a file that waits in a form", () => {
  test("comes back for the same person only", async () => {
    const received = await uploads.receive(formOf([["a.pdf", pdf]]));
    const file = received.stored.files?.[0];
    if (!file) throw new Error("not stored");
    const form = new FormData();
    form.append("kept", kept.keep(file, "me").ticket);
    expect(kept.keptIn(form, "me")).toEqual([file]);
    expect(kept.keptIn(form, "somebody else")).toEqual([]);
    form.set("kept", `x${kept.keep(file, "me").ticket}`);
    expect(kept.keptIn(form, "me")).toEqual([]);
  });
});

describe("handing a file out", () => {
  test("is an attachment under its own name, never a page", async () => {
    const received = await uploads.receive(formOf([["意见(一).pdf", pdf]]));
    const [file] = received.stored.files ?? [];
    if (!file) throw new Error("not stored");
    const response = await downloads.download(file);
    expect(response.headers.get("content-disposition")).toBe(
      "attachment; filename*=UTF-8''%E6%84%8F%E8%A7%81%28%E4%B8%80%29.pdf",
    );
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("content-security-policy")).toMatch(/^sandbox; .*frame-ancestors 'none'$/);
    expect(Buffer.from(await response.arrayBuffer()).equals(pdf)).toBe(true);
    await uploads.discard([file]);
    const gone = await downloads.download(file).catch((error: unknown) => error);
    expect((gone as Response).status).toBe(404);
  });
});
