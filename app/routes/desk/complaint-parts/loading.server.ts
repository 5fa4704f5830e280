import type { RouterContextProvider } from "react-router";
import type { PersonActor } from "../../../domain/access/actor.ts";
import { loadCalendar } from "../../../domain/clock/calendar.server.ts";
import { loadSpansAt } from "../../../domain/clock/spans.server.ts";
import { handlersOf } from "../../../domain/complaint/surroundings.server.ts";
import { whyOf } from "../../../domain/complaint/why.ts";
import { loadDossier } from "../../../domain/ledger/dossier.server.ts";
import { standingOf } from "../../../domain/ledger/standing.ts";
import { recordOpening } from "../../../domain/trail/record-opening.server.ts";
import { now } from "../../../http/environment.ts";
import { notFound } from "../../../http/guards.ts";
import { read } from "../../../http/reader.ts";
import { actNamed, loadActing, loadReleasable } from "./acting.server.ts";

/** Where a reader's complaints lie: the discipline team's are clues, and nobody else's are. */
export type Place = "/desk/complaints" | "/clues";

/** All that the page of a complaint shows to a team of the commission; 404 where it may not know of it. */
export async function loadComplaint(
  context: Readonly<RouterContextProvider>,
  actor: PersonActor,
  { number, act }: { number: string; act?: string },
) {
  const at = now();
  const open = actNamed(actor, act);
  const releasable = await loadReleasable(actor, number, open, at);
  const loaded = await read(context, async (tx) => {
    const dossier = await loadDossier(tx, number, actor.kind);
    if (!dossier) return null;
    return {
      dossier,
      acting: await loadActing(tx, actor, dossier, open, at),
      clocks: { calendar: await loadCalendar(tx), spansAt: await loadSpansAt(tx) },
      handlers: await handlersOf(tx, dossier.complaint.id),
    };
  });
  if (!loaded) notFound();
  const { dossier, acting, clocks, handlers } = loaded;
  await recordOpening(actor, { what: "page", complaintId: dossier.complaint.id }, at);
  const place: Place = actor.kind === "discipline" ? "/clues" : "/desk/complaints";
  return {
    ...dossier,
    ...acting,
    releasable,
    role: actor.kind,
    place,
    hasHandled: handlers.includes(actor.personId),
    why: whyOf(dossier.matter, clocks),
    standing: standingOf(dossier.matter, at, clocks),
  };
}

export type Loaded = Awaited<ReturnType<typeof loadComplaint>>;
