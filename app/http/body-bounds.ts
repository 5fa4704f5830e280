import type { IncomingMessage, ServerResponse } from "node:http";
import { FILE_LIMIT_BYTES, FILE_LIMIT_COUNT } from "../../db/vocabulary.ts";
import { MOST_FORM_BYTES } from "./bounded-body.ts";

/** Slower than any telephone that still gets anything through; a shorter window would take a dead spot for an attack. */
export const slowest = { bytesPerSecond: 1000, windowSeconds: 30 };

export interface Pace {
  bytesPerSecond: number;
  windowSeconds: number;
}

/** What a body may weigh: what is typed, and twice the files that a form takes, so that a few too many can be told kindly. */
export function mostBytesOf({ headers }: IncomingMessage): number {
  const isUpload = (headers["content-type"] ?? "").startsWith("multipart/");
  return MOST_FORM_BYTES + (isUpload ? 2 * FILE_LIMIT_COUNT * FILE_LIMIT_BYTES : 0);
}

/**
 * Counts a body while it streams, whatever its headers say, and ends the request that sends too much or too slowly.
 * Called after somebody reads it: whoever listens first starts the flow. While the reader himself holds it back, a
 * slow sender is not to blame.
 */
export function boundBody(request: IncomingMessage, response: ServerResponse, pace: Pace = slowest): void {
  let [bytes, inWindow] = [0, 0];
  const most = mostBytesOf(request);
  const end = (status: number) => {
    stop();
    if (!response.headersSent) response.writeHead(status, { Connection: "close" }).end();
    // What was answered is let out first.
    setTimeout(() => request.destroy(), 100).unref();
  };
  const timer = setInterval(() => {
    if (!request.isPaused() && inWindow < pace.bytesPerSecond * pace.windowSeconds) end(408);
    inWindow = 0;
  }, pace.windowSeconds * 1000);
  timer.unref();
  const count = (chunk: Buffer) => {
    bytes += chunk.length;
    inWindow += chunk.length;
    if (bytes > most) end(413);
  };
  function stop() {
    clearInterval(timer);
    request.off("data", count);
  }
  // A body that was answered unread would stay in the connection, and the next request behind it for ever.
  const drain = () => {
    if (request.readableEnded) return;
    request.removeAllListeners("data").on("data", count).resume();
  };
  request.on("data", count);
  response.once("finish", drain);
  request.once("end", stop);
  request.once("close", stop);
}
