import { type AddressInfo, createServer, type Socket } from "node:net";

/** The harmless file that every scanner takes for a virus (EICAR), in two pieces so that no scanner takes this one for it. */
export const eicar = `X5O!P%@AP[4\\PZX54(P^)7CC)7}$${"EICAR-STANDARD-ANTIVIRUS-TEST-FILE"}!$H+H*`;

/** A server on loopback that speaks clamd's INSTREAM: EICAR in a stream is found, anything else is fine. */
export async function startClamd() {
  const scanned: Buffer[] = [];
  const server = createServer((socket) => void answer(socket, scanned).catch(() => socket.destroy()));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `tcp://127.0.0.1:${port}`,
    scanned,
    stop: () => new Promise<void>((done) => server.close(() => done())),
  };
}

async function answer(socket: Socket, scanned: Buffer[]) {
  const command = "zINSTREAM\0";
  let buffer = Buffer.alloc(0);
  let isOpen = false;
  const pieces: Buffer[] = [];
  for await (const chunk of socket) {
    buffer = Buffer.concat([buffer, chunk]);
    if (!isOpen) {
      if (buffer.length < command.length) continue;
      if (buffer.subarray(0, command.length).toString() !== command)
        return void socket.end("UNKNOWN COMMAND\0");
      buffer = buffer.subarray(command.length);
      isOpen = true;
    }
    while (buffer.length >= 4) {
      const length = buffer.readUInt32BE(0);
      if (length === 0) {
        const whole = Buffer.concat(pieces);
        scanned.push(whole);
        return void socket.end(
          whole.includes(eicar) ? "stream: Eicar-Test-Signature FOUND\0" : "stream: OK\0",
        );
      }
      if (buffer.length < 4 + length) break;
      pieces.push(buffer.subarray(4, 4 + length));
      buffer = buffer.subarray(4 + length);
    }
  }
}
