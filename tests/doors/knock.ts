import { Agent, type IncomingHttpHeaders, request } from "node:http";

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export interface Knock {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

const agent = new Agent({ keepAlive: true, maxSockets: 4 });

/** One request with these headers and no others, as no browser would let itself be told. */
export function knock(port: number, path: string, { method = "GET", headers = {}, body }: Knock = {}) {
  return new Promise<Answer>((done, fail) => {
    const asking = request({ host: "127.0.0.1", port, path, method, headers, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.once("error", fail);
      response.once("end", () => {
        const { statusCode: status = 0, headers: told } = response;
        done({ status, headers: told, body: Buffer.concat(chunks) });
      });
    });
    asking.once("error", fail);
    asking.end(body);
  });
}
