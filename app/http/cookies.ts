import { environment } from "./environment.ts";

const names = {
  session: "huiyin_session",
  device: "huiyin_device",
  locale: "huiyin_locale",
  print: "huiyin_print",
} as const;
export type CookieName = keyof typeof names;

const isSecure = () => environment().url.startsWith("https:");

/** Over https a name that no other host and no plain page can set: the browser holds it to that. */
const nameOf = (name: CookieName) => `${isSecure() ? "__Host-" : ""}${names[name]}`;

/** The value of one of our cookies in a request. */
export function cookieIn(request: Request, name: CookieName): string | undefined {
  const pairs = (request.headers.get("Cookie") ?? "").split(/;\s*/);
  const start = `${nameOf(name)}=`;
  return pairs.find((pair) => pair.startsWith(start))?.slice(start.length);
}

/** The header that sets one of our cookies; no seconds left take it away. */
export function cookieHeader(name: CookieName, value: string, maxAgeSeconds: number): string {
  const secure = isSecure() ? "; Secure" : "";
  return `${nameOf(name)}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${secure}`;
}
