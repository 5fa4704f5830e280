import { data, redirect, useRouteLoaderData } from "react-router";
import type { PersonActor } from "../../domain/access/actor.ts";
import type { Tx } from "../../domain/access/with-actor.server.ts";
import { loadCalendar } from "../../domain/clock/calendar.server.ts";
import { dayOf } from "../../domain/clock/day.ts";
import { loadSpansAt } from "../../domain/clock/spans.server.ts";
import { COMMAND_TYPES } from "../../domain/complaint/commands.ts";
import { isNumber } from "../../domain/complaint/complaint.ts";
import { lifecycle } from "../../domain/complaint/lifecycle.ts";
import { handlersOf } from "../../domain/complaint/surroundings.server.ts";
import { isVisible, loadDossier } from "../../domain/ledger/dossier.server.ts";
import { loadQueue, markOf, nextInQueue } from "../../domain/ledger/queue.server.ts";
import { queueIn } from "../../domain/ledger/queue.ts";
import { lampOf } from "../../domain/ledger/reading.ts";
import { standingOf } from "../../domain/ledger/standing.ts";
import { recordOpening } from "../../domain/trail/record-opening.server.ts";
import { deskAct } from "../../http/desk-act.server.ts";
import { now } from "../../http/environment.ts";
import { provedForm } from "../../http/fresh.ts";
import { notFound, only } from "../../http/guards.ts";
import { queuePath } from "../../http/navigation.ts";
import { read } from "../../http/reader.ts";
import { useWords } from "../../i18n/use-words.ts";
import type { loader as rootLoader } from "../../root.tsx";
import { Empty } from "../../ui/empty.tsx";
import { QueueSplit } from "../../ui/queue-list.tsx";
import type { Route } from "./+types/triage.ts";
import { actNamed, loadActing, loadReleasable } from "./complaint-parts/acting.server.ts";
import { DoneBanner } from "./triage-done.tsx";
import { TriageList } from "./triage-list.tsx";
import { TriageOpen } from "./triage-open.tsx";
import { atIn, markIn, workspacePath } from "./workspace.ts";

/** The page divides the space of the shell itself. */
export const handle = { wide: true };

export { afterStale as shouldRevalidate } from "../../http/revalidate.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = only(context, "intake", "supervisor");
  const at = now();
  const params = new URL(request.url).searchParams;
  const queue = queueIn(params, actor.kind);
  const act = actNamed(actor, params.get("act"));
  const releasable = await loadReleasable(actor, params.get("open"), act, at);
  const loaded = await read(context, async (tx) => {
    const calendar = await loadCalendar(tx);
    const rows = await loadQueue(tx, queue, dayOf(at), { after: markIn(params) });
    const number = params.get("open") || rows[0]?.number;
    const dossier = number ? ((await loadDossier(tx, number)) ?? notFound()) : null;
    return {
      queue,
      place: atIn(params),
      items: rows.map((row) => ({ ...row, lamp: lampOf(row, at, calendar) })),
      // On a phone the list comes first, until one of it is asked for.
      isOpen: Boolean(params.get("open")),
      done: await doneIn(tx, actor, params),
      open: dossier && {
        ...dossier,
        ...(await withoutMeasures(loadActing(tx, actor, dossier, act, at))),
        releasable,
        role: actor.kind,
        hasHandled: (await handlersOf(tx, dossier.complaint.id)).includes(actor.personId),
        standing: standingOf(dossier.matter, at, { calendar, spansAt: await loadSpansAt(tx) }),
      },
    };
  });
  if (loaded.open) await recordOpening(actor, { what: "page", complaintId: loaded.open.complaint.id }, at);
  return loaded;
}

export type Workspace = Awaited<ReturnType<typeof loader>>;
export type Opened = NonNullable<Workspace["open"]>;

/** Measures are judged on the complaint's own page, where they can be read. */
async function withoutMeasures(loading: ReturnType<typeof loadActing>) {
  const acting = await loading;
  return { ...acting, acts: acting.acts.filter((type) => !lifecycle[type].measure) };
}

/** What was just done, to which, and whether that is out of sight now; null when the address says nothing of the kind. */
async function doneIn(tx: Tx, actor: PersonActor, params: URLSearchParams) {
  const command = COMMAND_TYPES.find((type) => type === params.get("done"));
  const number = params.get("of");
  if (!command || !number || !isNumber(number)) return null;
  return { command, number, isGone: !(await isVisible(tx, number, actor.kind)) };
}

export async function action({ context, request }: Route.ActionArgs) {
  const actor = only(context, "intake", "supervisor");
  const params = new URL(request.url).searchParams;
  const number = params.get("open") ?? notFound();
  const type = actNamed(actor, params.get("act")) ?? notFound();
  const queue = queueIn(params, actor.kind);
  const place = await read(context, (tx) => markOf(tx, number));
  const notDone = await deskAct(actor, number, type, await provedForm({ context, request }, type));
  if (notDone) {
    const { status, ...answer } = notDone;
    return data(answer, { status });
  }
  const next = place && (await read(context, (tx) => nextInQueue(tx, queue, dayOf(now()), place)));
  return redirect(workspacePath(queue, { after: params.get("after"), open: next, done: type, of: number }));
}

export type Answered = Route.ComponentProps["actionData"];

export default function Triage({ loaderData, actionData }: Route.ComponentProps) {
  const { triage, ui } = useWords();
  const { open, queue, isOpen, done } = loaderData;
  const counts = useRouteLoaderData<typeof rootLoader>("root")?.counts;
  const title = triage.queues[queue];
  return (
    <>
      <title>{`${title} · ${ui.product}`}</title>
      <QueueSplit
        isOpen={isOpen}
        list={<TriageList workspace={loaderData} count={counts?.[queuePath(queue)]} />}
      >
        {done ? <DoneBanner done={done} workspace={loaderData} /> : null}
        {open ? (
          <TriageOpen opened={open} workspace={loaderData} answered={actionData} />
        ) : done ? (
          <Empty title={triage.emptyTitle}>{triage.empty[queue]}</Empty>
        ) : null}
      </QueueSplit>
    </>
  );
}
