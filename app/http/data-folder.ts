import { accessSync, constants, mkdirSync } from "node:fs";

/** Makes the folder where uploads are kept, if it is missing; throws one sentence where this process can't write there. */
export function openDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Error(`HUIYIN_DATA must name a folder that can be written in: ${(error as Error).message}.`);
  }
}
