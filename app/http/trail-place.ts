import { type TrailPlace, trailPlace } from "../domain/trail/place.server.ts";
import { environment } from "./environment.ts";

/** The key and the copies of the trail, as this process is set. */
export function trailPlaceHere(): TrailPlace {
  const { checkpointKey: key, checkpointsFile: file, dataFolder: folder } = environment();
  return trailPlace({ key, file, folder });
}
