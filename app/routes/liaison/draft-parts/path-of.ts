import type { DraftStep } from "../../../domain/complaint/draft-steps.ts";

export const pathOf = (id: string, step: DraftStep) => `/liaison/drafts/${id}/${step}`;
