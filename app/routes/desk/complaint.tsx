import { data, redirect } from "react-router";
import { loadCalendar } from "../../domain/clock/calendar.server.ts";
import { loadSpansAt } from "../../domain/clock/spans.server.ts";
import { handlersOf } from "../../domain/complaint/surroundings.server.ts";
import { whyOf } from "../../domain/complaint/why.ts";
import { loadDossier } from "../../domain/ledger/dossier.server.ts";
import { standingOf } from "../../domain/ledger/standing.ts";
import { deskAct } from "../../http/desk-act.server.ts";
import { now } from "../../http/environment.ts";
import { formOf } from "../../http/forms.ts";
import { notFound, only } from "../../http/guards.ts";
import { read } from "../../http/reader.ts";
import { useWords } from "../../i18n/use-words.ts";
import { Columns } from "../../ui/columns.tsx";
import type { Route } from "./+types/complaint.ts";
import { ActPanel } from "./complaint-parts/act-panel.tsx";
import { actNamed, loadActing } from "./complaint-parts/acting.server.ts";
import { Assignments } from "./complaint-parts/assignments.tsx";
import { Course } from "./complaint-parts/course.tsx";
import { Head } from "./complaint-parts/head.tsx";
import { Said } from "./complaint-parts/said.tsx";
import { Side } from "./complaint-parts/side.tsx";

export { afterStale as shouldRevalidate } from "../../http/revalidate.ts";

export async function loader({ context, params }: Route.LoaderArgs) {
  const actor = only(context, "intake", "supervisor");
  const at = now();
  const open = actNamed(actor, params.act);
  const loaded = await read(context, async (tx) => {
    const dossier = await loadDossier(tx, params.number);
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
  return {
    ...dossier,
    ...acting,
    role: actor.kind,
    hasHandled: handlers.includes(actor.personId),
    why: whyOf(dossier.matter, clocks),
    standing: standingOf(dossier.matter, at, clocks),
  };
}

export type Loaded = Awaited<ReturnType<typeof loader>>;

export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = only(context, "intake", "supervisor");
  const type = actNamed(actor, params.act) ?? notFound();
  const notDone = await deskAct(actor, params.number, type, await formOf(request));
  if (!notDone) return redirect(`/desk/complaints/${params.number}`);
  const { status, ...answer } = notDone;
  return data(answer, { status });
}

export default function Complaint({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords();
  const { complaint } = loaderData.matter;
  return (
    <>
      <title>{`${complaint.number} · ${words.ui.product}`}</title>
      <Head loaded={loaderData} />
      <ActPanel
        loaded={loaderData}
        answered={actionData}
        path={(act) => [`/desk/complaints/${complaint.number}`, act].filter(Boolean).join("/")}
      />
      <Columns
        side={
          <>
            <Side loaded={loaderData} />
            <Assignments loaded={loaderData} />
          </>
        }
      >
        <Said loaded={loaderData} />
        <Course loaded={loaderData} />
      </Columns>
    </>
  );
}
