import type { IncomingMessage } from "node:http";
import { isOurHost, type Place } from "./origin.ts";

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const MOST_URL_LENGTH = 8_000;
const MOST_HEADERS = 100;

/**
 * The status for what no page should ever meet: a strange method, a foreign host, a foreign form of address, a broken
 * escape, a zero byte, too much of it, another protocol. Undefined for what may go on.
 */
export function refusal(request: IncomingMessage, place: Place): number | undefined {
  const { method = "", url = "", headers, rawHeaders } = request;
  if (!METHODS.includes(method)) return 405;
  if (url.length > MOST_URL_LENGTH) return 414;
  if (rawHeaders.length > 2 * MOST_HEADERS) return 431;
  if (/websocket/i.test(headers.upgrade ?? "")) return 400;
  // Two of them, and a proxy may have judged by the other one.
  if (rawHeaders.filter((name, nth) => nth % 2 === 0 && /^host$/i.test(name)).length > 1) return 400;
  return ofAddress(url, headers.host ?? "") ?? (isOurHost(headers.host ?? "", place) ? undefined : 421);
}

function ofAddress(url: string, host: string): number | undefined {
  if (!url.startsWith("/") || url.startsWith("//")) return 400;
  // In a query too: no text in the database can hold one, so nobody can be looking for it.
  if (url.includes("%00")) return 400;
  // A name and a port, and nobody's name and password before them, which some who read it would leave out.
  if (!/^[\w.:[\]-]*$/.test(host)) return 400;
  if (!URL.canParse(url, `http://${host || "localhost"}`)) return 400;
  try {
    decodeURIComponent(url.split("?")[0] ?? "");
    return undefined;
  } catch {
    return 400;
  }
}
