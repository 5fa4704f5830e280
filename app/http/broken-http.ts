import { type Server, STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import { baseHeaders } from "./base-headers.ts";

const statuses: Record<string, number> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };

/** Answers what is not HTTP, or comes too slowly to become any, or expects what nobody does, with the headers that everything else has. */
export function answerBrokenHttp(server: Server, origin: string): void {
  const headers = { ...baseHeaders(origin), Connection: "close", "Content-Length": "0" };
  server.on("checkExpectation", (_, response) => void response.writeHead(417, headers).end());
  const lines = Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join("");
  server.on("clientError", (error: NodeJS.ErrnoException, stream) => {
    const socket = stream as Socket;
    // In the middle of an answer another one would be taken for its end.
    if (!socket.writable || socket.bytesWritten > 0) {
      socket.destroy();
      return;
    }
    const status = statuses[error.code ?? ""] ?? 400;
    socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines}\r\n`);
    socket.destroySoon();
  });
}
