import { schema } from "../../../db/client.server.ts";
import type { Tx } from "../access/with-actor.server.ts";
import { KEPT_MS } from "./calendar.server.ts";
import { type Spans, type SpansAt, spansOf } from "./spans.ts";

let kept: { spansAt: SpansAt; until: number } | undefined;

/** The office's periods at any instant, kept for a few seconds: they change a few times a year. */
export async function loadSpansAt(tx: Tx): Promise<SpansAt> {
  if (kept && kept.until > performance.now()) return kept.spansAt;
  const { rule, unit, count, validFrom } = schema.clockSpan;
  const settings = await tx.select({ rule, unit, count, validFrom }).from(schema.clockSpan);
  const spansAt = spansOf(settings);
  kept = { spansAt, until: performance.now() + KEPT_MS };
  return spansAt;
}

/** The office's periods as they stand at an instant. */
export const loadSpans = async (tx: Tx, at: Date): Promise<Spans> => (await loadSpansAt(tx))(at);

/** Forgets the kept periods, for who has just set one. */
export function forgetSpans() {
  kept = undefined;
}
