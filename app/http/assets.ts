import { accessSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import sirv from "sirv";

/** Serves the files of a folder; what isn't there, or isn't any more since a new build took its place, is `next`'s. */
export function assets(folder: string) {
  const immutable = "public, max-age=31536000, immutable";
  const serve = sirv(folder, {
    etag: true,
    maxAge: 3600,
    setHeaders: (response, path) => {
      // The list of files is made once, at the start.
      accessSync(join(folder, path));
      if (path.startsWith("/assets/")) response.setHeader("Cache-Control", immutable);
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
