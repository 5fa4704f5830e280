import type { AssignmentStatus } from "../../../db/vocabulary.ts";

/** The places of the portal: what is owed, its two kinds that have a button of their own, and what is done. */
export const SECTIONS = ["open", "unsigned", "measures", "answered", "all"] as const;
export type Section = (typeof SECTIONS)[number];

/** What a section may be cut down to, of those that hold more than one thing: an assignment's status, or that it is settled. */
export type Stage = AssignmentStatus | "settled";
const past = ["replied", "accepted", "settled"] as const satisfies readonly Stage[];
export const STAGES: Partial<Record<Section, readonly Stage[]>> = {
  answered: past,
  all: ["dispatched", "signed", "returning", "redo", ...past, "recalled"],
};

/** Where work waits, the nearest date comes first; in a record of the past, the latest comes first. */
export const isDueFirst = (section: Section) => section !== "answered" && section !== "all";

/** The section that an address names; what it doesn't know is what is owed. */
export const sectionIn = (given: string | null): Section => SECTIONS.find((one) => one === given) ?? "open";
