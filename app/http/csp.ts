import { randomBytes } from "node:crypto";

/** A new nonce for each answer. */
export const newNonce = (): string => randomBytes(16).toString("base64");

/** What a page of ours may load. Only the development server, which puts its own styles in, may do more. */
export function contentSecurityPolicy(nonce: string, isDevelopment: boolean): string {
  return [
    "default-src 'none'",
    // What a script of ours loads is ours too; what lies on our address is not, unless one of them loads it.
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self'${isDevelopment ? " 'unsafe-inline'" : ""}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? " ws:" : ""}`,
    // The mail that the demo shows.
    "frame-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** What a mail shown in a frame may do: look as it looks, and open its one link in the whole window. */
export const mailPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "frame-ancestors 'self'",
  "sandbox allow-popups allow-top-navigation-by-user-activation",
].join("; ");

/** True unless a request that changes something comes from another site. */
export function isOwnRequest(request: Request): boolean {
  if (request.method === "GET" || request.method === "HEAD") return true;
  const site = request.headers.get("Sec-Fetch-Site");
  // Browsers leave it out where the page came over plain http; they tell the origin then.
  if (site !== null) return site === "same-origin";
  const origin = request.headers.get("Origin") ?? "";
  // The server has written the address that the pages see for the one that the browser saw.
  return URL.canParse(origin) && new URL(origin).host === hostOf(request);
}

function hostOf(request: Request): string {
  return request.headers.get("Host") ?? new URL(request.url).host;
}
