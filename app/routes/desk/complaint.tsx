import { data, redirect } from "react-router";
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

export async function loader({ context, params }: Route.LoaderArgs) {
  return loadComplaint(context, only(context, "intake", "supervisor"), params);
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
      stays ? `/desk/complaints/${number}` : workspacePath("triage", { done: type, of: number }),
    );
  }
  const { status, ...answer } = notDone;
  return data(answer, { status });
}

export default function Complaint({ loaderData, actionData }: Route.ComponentProps) {
  return <ComplaintPage loaded={loaderData} answered={actionData} />;
}
