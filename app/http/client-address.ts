import type { IncomingMessage } from "node:http";
import { BlockList, isIP } from "node:net";

/** How the server tells the pages, which see no connection, from where a request came; what a client puts there is lost. */
const HEADER = "x-huiyin-client";

/** The proxies before us, out of a setting such as "10.0.0.2, 10.1.0.0/16, fd00::/8"; throws on what is no address. */
export function proxiesIn(setting: string | undefined): BlockList {
  const list = new BlockList();
  for (const one of (setting ?? "").split(/[\s,]+/).filter(Boolean)) {
    const [address = "", bits, ...rest] = one.split("/");
    const family = familyOf(address);
    // "10.0.0.0/" would else be the whole net.
    if (!family || rest.length > 0 || !/^\d+$/.test(bits ?? "0")) throw new Error(`${one} is no address`);
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}

/**
 * The address from which somebody asks. `X-Forwarded-For` is believed from a trusted proxy alone, and only as far
 * back as trusted proxies wrote it: what stands further left, whoever asks can have made up.
 */
export function clientAddress(request: IncomingMessage, trusted: BlockList): string {
  const forwarded = [request.headers["x-forwarded-for"] ?? []].flat().join(",");
  const hops = forwarded.split(",").map((hop) => plain(hop.trim()));
  let address = plain(request.socket.remoteAddress ?? "");
  while (isIn(trusted, address)) {
    const before = hops.pop();
    if (before === undefined || !isIP(before)) break;
    address = before;
  }
  return address;
}

/** Writes down from where a request came, for `addressOf`. */
export function noteAddress(request: IncomingMessage, address: string): void {
  request.headers[HEADER] = address;
}

/** From where a request came, as the server noted it; empty where no server did. */
export const addressOf = (request: Request): string => request.headers.get(HEADER) ?? "";

/** True for one of these proxies. */
export function isIn(proxies: BlockList, address: string): boolean {
  const family = familyOf(address);
  return family !== undefined && proxies.check(address, family);
}

const familyOf = (address: string) => (["ipv4", "ipv6"] as const)[[4, 6].indexOf(isIP(address))];

/** A socket that listens to both kinds writes the old one in the new one's way; a proxy may add the port. */
const plain = (address: string) =>
  address
    .replace(/^::ffff:(?=\d+\.)/i, "")
    .replace(/^\[(.*)\](:\d+)?$/, "$1")
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1");
