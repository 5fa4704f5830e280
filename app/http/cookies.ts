import { environment } from "./environment.ts";

const names = { session: "huiyin_session", locale: "huiyin_locale", print: "huiyin_print" } as const;
export type CookieName = keyof typeof names;

/** The value of one of our cookies in a request. */
export function cookieIn(request: Request, name: CookieName): string | undefined {
  const pairs = (request.headers.get("Cookie") ?? "").split(/;\s*/);
  const start = `${names[name]}=`;
  return pairs.find((pair) => pair.startsWith(start))?.slice(start.length);
}

/** The header that sets one of our cookies; no seconds left take it away. */
export function cookieHeader(name: CookieName, value: string, maxAgeSeconds: number): string {
  const secure = environment().url.startsWith("https:") ? "; Secure" : "";
  return `${names[name]}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${secure}`;
}
