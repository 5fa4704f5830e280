import { isIP } from "node:net";
import type { RelyingParty } from "../domain/people/passkey.server.ts";
import { environment } from "./environment.ts";

/**
 * Whom this request's browser knows us as. Passkeys belong to a domain name: null where there is none. A demo that
 * is told no address is found under `localhost` too.
 */
export function relyingParty(request: Request): RelyingParty | null {
  const { url, secret, isDemo, isProduction } = environment();
  const host = request.headers.get("Host") ?? "";
  const isLocal = (isDemo || !isProduction) && /^localhost(:\d+)?$/.test(host);
  const { hostname, origin } = new URL(isLocal ? `http://${host}` : url);
  if (isIP(hostname.replaceAll(/[[\]]/g, ""))) return null;
  return { id: hostname, origin, applicationSecret: secret };
}
