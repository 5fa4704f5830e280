import type { IncomingMessage } from "node:http";

/** What of the settings says where the hub stands: its public address, and whether it is known by that alone. */
export interface Place {
  /** The public address, `https://huiyin.example`. */
  url: string;
  /** True in production; the demo is also reached through whatever its port was forwarded to. */
  isStrict: boolean;
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/;

/** True for a name under which somebody may ask for the hub. A page elsewhere whose name was bent to our address has another. */
export function isOurHost(host: string, { url, isStrict }: Place): boolean {
  return !isStrict || host === new URL(url).host || LOOPBACK.test(host);
}

/** The origin that a browser sees when it asks for this host: the public one, also where a proxy speaks https for us. */
export function originSeen(host: string, { url, isStrict }: Place): string {
  const { origin, host: own } = new URL(url);
  const isOnlyOne = isStrict || host === own || !URL.canParse(`http://${host}`);
  return isOnlyOne ? origin : new URL(`http://${host}`).origin;
}

/** True where browsers send `Sec-Fetch-Site`: over https, and on one's own machine. */
export function tellsSite(origin: string): boolean {
  const { protocol, host } = new URL(origin);
  return protocol === "https:" || LOOPBACK.test(host);
}

/**
 * Judges where a request comes from by the address that the browser saw, and leaves it as the pages can judge it by the
 * one that they see: with an `Origin` of their own address when it is from ours, with none when it is not. A plain form
 * under `no-referrer` sends `Origin: null`, which they would refuse.
 */
export function settleOrigin({ headers }: IncomingMessage, place: Place): void {
  const host = headers.host ?? "";
  const site = headers["sec-fetch-site"];
  const isOwn = site === undefined ? headers.origin === originSeen(host, place) : site === "same-origin";
  if (place.isStrict) headers.host = new URL(place.url).host;
  if (isOwn) headers.origin = `http://${headers.host}`;
  else delete headers.origin;
}
