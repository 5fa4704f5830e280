import { endSaying } from "../http/why-not.ts";

/** Runs a command; what keeps it from its work is told in a sentence where the operator can mend it, and it ends with 1. */
export const command = (does: () => Promise<void>): Promise<void> => does().catch(endSaying);
