import type { ServerResponse } from "node:http";
import { tellsSite } from "./origin.ts";

/** What a page of ours has no use for; passkeys are left out, for they need theirs. */
const unused = [
  ...[
    "accelerometer",
    "autoplay",
    "camera",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "geolocation",
  ],
  ...["gyroscope", "hid", "idle-detection", "magnetometer", "microphone", "midi", "payment"],
  ...["picture-in-picture", "screen-wake-lock", "serial", "usb", "xr-spatial-tracking"],
];

const TWO_YEARS_SECONDS = 2 * 365 * 86_400;

const always = {
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  // A page says its own; whatever else is answered needs nothing.
  "Content-Security-Policy":
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Permissions-Policy": unused.map((feature) => `${feature}=()`).join(", "),
  // Whatever isn't said to be public isn't.
  "Cache-Control": "private, no-store",
};

/** What every answer carries unless it says otherwise, to a browser that sees us at this origin. */
export function baseHeaders(origin: string): Record<string, string> {
  return {
    ...always,
    // Where browsers keep silent on the site that a form comes from, they must be able to tell its origin.
    "Referrer-Policy": tellsSite(origin) ? "no-referrer" : "same-origin",
    ...(origin.startsWith("https:")
      ? { "Strict-Transport-Security": `max-age=${TWO_YEARS_SECONDS}; includeSubDomains` }
      : {}),
  };
}

/** Set on the answer and not in the pages, so that HEAD, errors and redirects carry them too. */
export function setBaseHeaders(response: ServerResponse, origin: string): void {
  for (const [name, value] of Object.entries(baseHeaders(origin))) response.setHeader(name, value);
}
