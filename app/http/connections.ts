import type { Server } from "node:http";
import type { BlockList, Socket } from "node:net";
import { isIn } from "./client-address.ts";

/** For all together, and for one address: 200 people behind one may each have six. */
const MOST = { together: 8_000, perAddress: 1_500 };

/** Bounds how many connections somebody holds open at once; proxies that are trusted hold them for others. */
export function boundConnections(server: Server, trusted: BlockList, most = MOST): void {
  const held = new Map<string, number>();
  server.maxConnections = most.together;
  server.on("connection", (socket: Socket) => {
    const address = socket.remoteAddress ?? "";
    if (isIn(trusted, address.replace(/^::ffff:/, ""))) return;
    const count = (held.get(address) ?? 0) + 1;
    if (count > most.perAddress) {
      socket.destroy();
      return;
    }
    held.set(address, count);
    socket.once("close", () => {
      const left = (held.get(address) ?? 1) - 1;
      if (left > 0) held.set(address, left);
      else held.delete(address);
    });
  });
}
