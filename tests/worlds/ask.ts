import { Agent, request } from "node:http";

/** One answer, as it came over the wire. */
export interface Answer {
  status: number;
  /** Names and values in turn, in the order in which they came. */
  headers: readonly string[];
  body: Buffer;
}

export interface File {
  name: string;
  bytes: Buffer;
}

export interface Question {
  method?: string | undefined;
  cookie?: string | undefined;
  form?: Record<string, string> | undefined;
  /** A file that goes with the form, by its field. */
  files?: Record<string, File> | undefined;
  headers?: Record<string, string> | undefined;
}

const agent = new Agent({ keepAlive: true, maxSockets: 1 });
const BOUNDARY = "----two-worlds";

function bodyOf({ form, files }: Question): { type: string; body: Buffer } | null {
  if (!form) return null;
  if (!files)
    return {
      type: "application/x-www-form-urlencoded",
      body: Buffer.from(new URLSearchParams(form).toString()),
    };
  const part = (head: string, bytes: Buffer) =>
    Buffer.concat([
      Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
      bytes,
      Buffer.from("\r\n"),
    ]);
  const parts = [
    ...Object.entries(form).map(([name, value]) => part(`name="${name}"`, Buffer.from(value))),
    ...Object.entries(files).map(([field, { name, bytes }]) =>
      part(`name="${field}"; filename="${name}"`, bytes),
    ),
  ];
  return {
    type: `multipart/form-data; boundary=${BOUNDARY}`,
    body: Buffer.concat([...parts, Buffer.from(`--${BOUNDARY}--\r\n`)]),
  };
}

/** Asks a server on this machine under the public address; both worlds have the same one. */
export function ask(port: number, path: string, question: Question = {}): Promise<Answer> {
  const sent = bodyOf(question);
  const method = question.method ?? (sent ? "POST" : "GET");
  const headers = {
    Host: "huiyin.example",
    ...(question.cookie ? { Cookie: question.cookie } : {}),
    ...(sent ? { "Content-Type": sent.type, "Content-Length": String(sent.body.length) } : {}),
    "Sec-Fetch-Site": "same-origin",
    ...question.headers,
  };
  return new Promise((done, fail) => {
    const asking = request({ host: "127.0.0.1", port, method, path, headers, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.once("error", fail);
      response.once("end", () =>
        done({
          status: response.statusCode ?? 0,
          headers: undated(response.rawHeaders),
          body: Buffer.concat(chunks),
        }),
      );
    });
    asking.once("error", fail);
    asking.end(sent?.body);
  });
}

/** Without the moment of the answer, which the machine's clock says and not the office's. */
const undated = (raw: readonly string[]) =>
  raw.filter((_, nth) => raw[nth - (nth % 2)]?.toLowerCase() !== "date");
