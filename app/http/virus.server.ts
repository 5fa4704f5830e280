import { createReadStream } from "node:fs";
import { createConnection, type Socket } from "node:net";

/** What a scanner says of a file. */
export type Verdict = "clean" | "infected";

/** A scanner that has found nothing by then is taken for one that doesn't answer. */
const LIMIT_MS = 30_000;
const MOST_ANSWER_BYTES = 4096;

/**
 * Asks a ClamAV daemon about the file at `path` by its command INSTREAM (clamd's manual): the bytes in pieces, each
 * behind its length, and an empty one at the end. `url` is `tcp://host:3310` or `unix:///path`. Throws where the daemon
 * can't be asked or doesn't say.
 */
export async function scan(url: string, path: string): Promise<Verdict> {
  const socket = connectTo(new URL(url));
  socket.setTimeout(LIMIT_MS, () => socket.destroy(new Error("the virus scanner does not answer")));
  const answer = answerOf(socket);
  // Awaited below; a daemon that hangs up in the middle may have answered already.
  answer.catch(() => {});
  await send(socket, path).catch(() => {});
  const said = await answer;
  if (said.endsWith(" FOUND")) return "infected";
  if (said.endsWith(" OK")) return "clean";
  throw new Error(`the virus scanner says: ${said.slice(0, 200)}`);
}

function connectTo({ protocol, hostname, port, pathname }: URL): Socket {
  if (protocol === "unix:") return createConnection({ path: pathname });
  return createConnection({ host: hostname, port: Number(port) || 3310 });
}

async function send(socket: Socket, path: string): Promise<void> {
  await write(socket, "zINSTREAM\0");
  for await (const piece of createReadStream(path)) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(piece.length);
    await write(socket, Buffer.concat([length, piece]));
  }
  await write(socket, Buffer.alloc(4));
}

const write = (socket: Socket, bytes: string | Buffer) =>
  new Promise<void>((done, fail) => socket.write(bytes, (error) => (error ? fail(error) : done())));

async function answerOf(socket: Socket): Promise<string> {
  let said = "";
  try {
    for await (const piece of socket) {
      said += String(piece);
      if (said.includes("\0") || said.length > MOST_ANSWER_BYTES) break;
    }
  } finally {
    socket.destroy();
  }
  return said.split("\0")[0]?.trim() ?? "";
}
