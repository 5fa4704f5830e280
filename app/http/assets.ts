import { accessSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join } from "node:path";
import sirv from "sirv";

/** Texts say how they are written: a browser that guesses may guess wrong. */
const texts: Record<string, string> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml; charset=utf-8",
};

/** Serves the files of a folder; what isn't there, or isn't any more since a new build took its place, is `next`'s. */
export function assets(folder: string) {
  const immutable = "public, max-age=31536000, immutable";
  const passing = "public, max-age=3600";
  const serve = sirv(folder, {
    etag: true,
    setHeaders: (response, path) => {
      // The list of files is made once, at the start.
      accessSync(join(folder, path));
      const type = texts[extname(path)];
      if (type) response.setHeader("Content-Type", type);
      response.setHeader("Cache-Control", path.startsWith("/assets/") ? immutable : passing);
    },
  });
  return (request: IncomingMessage, response: ServerResponse, next: () => void) => {
    // Nobody needs a part of these, and a part that ends before it begins would be thrown at the process.
    delete request.headers.range;
    // Gone between the look above and the reading: too late for another answer, and no reason to die.
    response.once("pipe", (file) => file.once("error", () => response.destroy()));
    try {
      serve(request, response, next);
    } catch {
      next();
    }
  };
}
