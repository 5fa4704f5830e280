import type { RouterContextProvider } from "react-router";
import { type Tx, withActor } from "../domain/access/with-actor.server.ts";
import { actorContext } from "./context.ts";

/** Reads under the role of whoever asks, as one snapshot. */
export function read<T>(context: Readonly<RouterContextProvider>, fn: (tx: Tx) => Promise<T>): Promise<T> {
  return withActor(context.get(actorContext), "read", fn);
}
