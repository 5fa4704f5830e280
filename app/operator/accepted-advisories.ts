import type { Accepted } from "./advisory.ts";

/** Known holes in libraries that we live with until a day, each with who can reach it and why it waits. None now. */
export const ACCEPTED: readonly Accepted[] = [];
