import { Agent, request } from "node:http";
import { connect } from "node:net";
import type { Dice } from "./dice.ts";
import { mutated, text } from "./nasty.ts";
import type { Sent } from "./requests.ts";

const agent = new Agent({ keepAlive: true, maxSockets: 8 });
const PATIENCE_MS = 20_000;

/** The status of what came back; 0 when the connection was closed on it, -1 when nothing came at all. */
export function send(port: number, { method, path, headers, body }: Sent): Promise<number> {
  return new Promise((done) => {
    const timer = setTimeout(() => {
      done(-1);
      asking.destroy();
    }, PATIENCE_MS);
    const end = (status: number) => {
      clearTimeout(timer);
      done(status);
    };
    // Said for every method: behind one that usually has no body, Node would send it without a word.
    const length = body ? { "Content-Length": String(body.length) } : {};
    const told = { ...legal(headers), ...length };
    const asking = request({ host: "127.0.0.1", port, path, method, headers: told, agent });
    asking.on("response", (response) => {
      response.resume();
      response.once("close", () => end(response.statusCode ?? 0));
    });
    asking.once("upgrade", (_, socket) => {
      socket.destroy();
      end(101);
    });
    asking.once("error", () => end(0));
    asking.end(body ?? undefined);
  });
}

/** What Node's client sends at all; the rest goes over a bare socket. */
const legal = (headers: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, value.replaceAll(/[^\t\x20-\x7e\x80-\xff]/g, "?")]),
  );

const heads = [
  "GET / HTTP/1.1\r\nHost: huiyin.example\r\n\r\n",
  "GET /\r\n\r\n",
  "GET / HTTP/1.1\r\n\r\n",
  "GET / HTTP/9.9\r\nHost: a\r\n\r\n",
  "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
  "GET http://elsewhere.example/ HTTP/1.1\r\nHost: huiyin.example\r\n\r\n",
  "CONNECT elsewhere.example:443 HTTP/1.1\r\nHost: elsewhere.example:443\r\n\r\n",
  "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
  "POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /",
  "POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nemail=",
  "POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: -5\r\n\r\nemail",
  "POST /sign-in HTTP/1.1\r\nHost: a\r\nSec-Fetch-Site: same-origin\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n",
  "POST /sign-in HTTP/1.1\r\nHost: a\r\nSec-Fetch-Site: same-origin\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nemail\r\nx\r\n",
  "POST /sign-in HTTP/1.1\r\nHost: a\r\nSec-Fetch-Site: same-origin\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nemail\r\n0\r\nX: y\r\n\r\n",
  "POST /verify HTTP/1.1\r\nHost: a\r\nSec-Fetch-Site: same-origin\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 99999\r\n\r\n--x\r\n",
  "GET / HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: x\r\n\r\n",
  "GET / HTTP/1.1\r\nHost: a\r\n folded: x\r\n\r\n",
  "GET / HTTP/1.1\nHost: a\n\n",
  "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003",
];

function brokenHttp(dice: Dice): Buffer {
  const head = dice.pick(heads);
  const line = dice.isOneIn(3) ? `X-${dice.below(9)}: ${text(dice)}\r\n` : "";
  const long = dice.isOneIn(20) ? `X: ${"y".repeat(20_000)}\r\n` : "";
  const bytes = Buffer.from(head.replace("\r\n", `\r\n${line}${long}`), "latin1");
  return dice.isOneIn(2) ? mutated(bytes, dice) : bytes;
}

/** Something on a bare socket that is hardly HTTP; the highest status that was answered. */
export function sendBroken(port: number, dice: Dice): Promise<number> {
  const bytes = brokenHttp(dice);
  const lingers = dice.isOneIn(10);
  return new Promise((done) => {
    let said = "";
    const socket = connect({ host: "127.0.0.1", port }, () => socket.write(bytes));
    socket.setTimeout(lingers ? 300 : 60, () => socket.destroy());
    socket.on("data", (chunk) => {
      said += chunk.toString("latin1").slice(0, 20_000);
    });
    socket.once("error", () => {});
    socket.once("close", () => {
      const statuses = [...said.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status));
      done(Math.max(0, ...statuses));
    });
  });
}
