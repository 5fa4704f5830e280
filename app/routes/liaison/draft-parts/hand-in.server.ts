import { data, type RouterContextProvider, redirect } from "react-router";
import type { PersonActor } from "../../../domain/access/actor.ts";
import { dayOf } from "../../../domain/clock/day.ts";
import { findDraft, numberOfDraft, saveDraft, startDraft } from "../../../domain/complaint/draft.server.ts";
import { type DraftStep, differing, readDraft } from "../../../domain/complaint/draft-steps.ts";
import { submit } from "../../../domain/complaint/submit.server.ts";
import { BrokerUnreachable } from "../../../domain/custody/broker.server.ts";
import { newId } from "../../../domain/people/new-id.ts";
import { now } from "../../../http/environment.ts";
import { notFound } from "../../../http/guards.ts";
import { read } from "../../../http/reader.ts";
import { pathOf } from "./path-of.ts";

type Written = { id: string; step: DraftStep; typed: Record<string, string> };

/** A second press of the last button finds its number; what another tab wrote meanwhile becomes a draft of its own. */
export async function alreadyHandedIn(
  actor: PersonActor,
  { id, step, typed }: Written,
  context: Readonly<RouterContextProvider>,
) {
  const { draft, number } = await read(context, async (tx) => ({
    draft: await findDraft(tx, actor, id),
    number: await numberOfDraft(tx, actor, id),
  }));
  if (!number) notFound();
  const isNews = step !== "disclosure" && differing(step, typed, draft?.said ?? {}).length > 0;
  if (!isNews) return redirect(`/liaison/complaints/${number}?submitted=1`);
  const kept = await startDraft(actor, newId(), now());
  await saveDraft(actor, kept, typed, now());
  return redirect(`/liaison/complaints/${number}?kept=${kept}`);
}

/** Submits a draft, or leads to the first step that isn't right yet. */
export async function handIn(actor: PersonActor, id: string, context: Readonly<RouterContextProvider>) {
  const draft = (await read(context, (tx) => findDraft(tx, actor, id))) ?? notFound();
  const whole = readDraft(draft.said, dayOf(now()));
  if (!whole.ok) return redirect(`${pathOf(id, whole.step)}?check=1`);
  const { aboutCommission, ...values } = whole.values;
  const submission = { ...values, place: values.place ?? "", draftId: id };
  try {
    const { number } = await submit(actor, submission, now(), aboutCommission);
    return redirect(`/liaison/complaints/${number}?submitted=1`);
  } catch (error) {
    if (error instanceof BrokerUnreachable) return data({ errors: {}, cannotSeal: true, typed: null }, 503);
    throw error;
  }
}
