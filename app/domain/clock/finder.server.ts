import type { Tx } from "../access/with-actor.server.ts";
import type { Command } from "../complaint/commands.ts";
import type { Calendar } from "./calendar.ts";

/** Something that has come due: what the hub then does, and on what. */
export interface Found {
  number: string;
  command: Command;
  assignmentId?: string | undefined;
  measureId?: string | undefined;
}

export interface Looking {
  at: Date;
  calendar: Calendar;
  /** At most so many; what is left is found by the next look. */
  limit: number;
}

/**
 * Finds what has come due and is not done yet, by indexes and in no order: two workers begin at different
 * places, and what can't be done never stands before the rest. What it finds, `perform` decides again.
 */
export type Finder = (tx: Tx, on: Looking) => Promise<Found[]>;
