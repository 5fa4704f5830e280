import { data, redirect } from "react-router";
import { commandOfSlug, slugOf } from "../../domain/complaint/commands.ts";
import { isVisible } from "../../domain/ledger/dossier.server.ts";
import { deskAct } from "../../http/desk-act.server.ts";
import { provedForm } from "../../http/fresh.ts";
import { notFound, only } from "../../http/guards.ts";
import { read } from "../../http/reader.ts";
import type { Route } from "./+types/complaint.ts";
import { actNamed } from "./complaint-parts/acting.server.ts";
import { loadComplaint } from "./complaint-parts/loading.server.ts";
import { ComplaintPage } from "./complaint-parts/page.tsx";
import { workspacePath } from "./workspace.ts";

export { afterStale as shouldRevalidate } from "../../http/revalidate.ts";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const loaded = await loadComplaint(context, only(context, "intake", "supervisor"), params);
  const done = new URL(request.url).searchParams.get("done");
  return { ...loaded, done: params.act || !done ? null : commandOfSlug(done) };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = only(context, "intake", "supervisor");
  const { number } = params;
  const type = actNamed(actor, params.act) ?? notFound();
  const notDone = await deskAct(actor, number, type, await provedForm({ context, request }, type));
  if (!notDone) {
    // An act may have taken it out of the sight of whoever did it.
    const stays = await read(context, (tx) => isVisible(tx, number, actor.kind));
    return redirect(
      stays
        ? `/desk/complaints/${number}?done=${slugOf(type)}`
        : workspacePath("triage", { done: type, of: number }),
    );
  }
  const { status, ...answer } = notDone;
  return data(answer, { status });
}

export default function Complaint({ loaderData, actionData }: Route.ComponentProps) {
  return <ComplaintPage loaded={loaderData} answered={actionData} done={loaderData.done} />;
}
