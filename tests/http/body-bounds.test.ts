import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { afterEach, expect, test } from "vitest";
import { boundBody } from "../../app/http/body-bounds.ts";
import { proxiesIn } from "../../app/http/client-address.ts";
import { boundConnections } from "../../app/http/connections.ts";

const pace = { bytesPerSecond: 1000, windowSeconds: 0.3 };
const open: (Server | Socket)[] = [];

afterEach(() => {
  for (const one of open.splice(0).reverse()) "destroy" in one ? one.destroy() : one.close();
});

async function serve(listen: (request: IncomingMessage, response: ServerResponse) => void): Promise<Server> {
  const server = createServer(listen);
  open.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return server;
}

const portOf = (server: Server) => (server.address() as AddressInfo).port;

function dial(server: Server) {
  const socket = connect({ host: "127.0.0.1", port: portOf(server) });
  open.push(socket);
  const said = { text: "", isClosed: false };
  socket.on("data", (chunk) => {
    said.text += chunk;
  });
  socket.on("error", () => {});
  socket.on("close", () => {
    said.isClosed = true;
  });
  return { socket, said };
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
const head = (length: number) => `POST / HTTP/1.1\r\nHost: a\r\nContent-Length: ${length}\r\n\r\n`;

/** Reads a body to its end, and answers. */
const reads = (request: IncomingMessage, response: ServerResponse) => {
  request.on("data", () => {});
  request.once("end", () => response.end("read"));
  boundBody(request, response, pace);
};

test("a body that comes a byte at a time is dropped with 408", async () => {
  const { socket, said } = dial(await serve(reads));
  socket.write(head(1000));
  for (let sent = 0; sent < 20 && !said.isClosed; sent++) {
    socket.write("x");
    await pause(50);
  }
  expect(said.text).toMatch(/^HTTP\/1\.1 408 /);
  await expect.poll(() => said.isClosed).toBe(true);
});

test("one that comes slowly but steadily is taken", async () => {
  const { socket, said } = dial(await serve(reads));
  socket.write(head(1200));
  for (let sent = 0; sent < 12; sent++) {
    socket.write("x".repeat(100));
    await pause(60);
  }
  await expect.poll(() => said.text).toMatch(/^HTTP\/1\.1 200 [\s\S]*read$/);
});

test("one that the reader holds back is not its sender's fault", async () => {
  const server = await serve((request, response) => {
    request.once("data", () => request.pause());
    request.once("end", () => response.end("read"));
    boundBody(request, response, pace);
    setTimeout(() => request.resume(), 1000);
  });
  const { socket, said } = dial(server);
  socket.write(`${head(400_000)}${"x".repeat(400_000)}`);
  await pause(800);
  expect(said).toEqual({ text: "", isClosed: false });
  await expect.poll(() => said.text, { timeout: 3000 }).toMatch(/ 200 /);
});

test("one address holds so many connections and no more, a trusted proxy as many as it likes", async () => {
  const most = { together: 100, perAddress: 2 };
  for (const [trusted, held] of [
    ["", 2],
    ["127.0.0.1", 4],
  ] as const) {
    const server = await serve((_, response) => void response.end());
    boundConnections(server, proxiesIn(trusted), most);
    const calls = [1, 2, 3, 4].map(() => dial(server));
    await pause(300);
    expect(calls.filter(({ said }) => !said.isClosed)).toHaveLength(held);
    calls[0]?.socket.destroy();
    await pause(100);
    const late = dial(server);
    await pause(200);
    expect(late.said.isClosed).toBe(false);
  }
});
