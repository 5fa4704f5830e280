import { data, redirect } from "react-router";
import { dayOf } from "../../domain/clock/day.ts";
import { commandOfSlug } from "../../domain/complaint/commands.ts";
import { isNumber } from "../../domain/complaint/complaint.ts";
import { unsealingState } from "../../domain/custody/custody.ts";
import { listRequests } from "../../domain/custody/requests.server.ts";
import { newId } from "../../domain/people/new-id.ts";
import { deskAct, type NotDone } from "../../http/desk-act.server.ts";
import { now } from "../../http/environment.ts";
import { textIn } from "../../http/forms.ts";
import { provedForm } from "../../http/fresh.ts";
import { notFound, only } from "../../http/guards.ts";
import { read } from "../../http/reader.ts";
import { useWords } from "../../i18n/use-words.ts";
import { Card } from "../../ui/card.tsx";
import { Empty } from "../../ui/empty.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import type { Route } from "./+types/requests.ts";
import { Decide, RequestFacts, RequestState } from "./request-parts.tsx";

export async function loader({ context }: Route.LoaderArgs) {
  const actor = only(context, "custodian");
  const today = dayOf(now());
  const rows = await read(context, (tx) => listRequests(tx));
  return rows.map((row) => {
    const state = unsealingState(row, today);
    const mine = row.votes.find(({ custodianId }) => custodianId === actor.personId);
    return {
      ...row,
      state,
      isMine: state === "waiting" && !mine,
      hasAgreed: mine?.approved ?? false,
      commandId: newId(),
    };
  });
}

export type Request = Awaited<ReturnType<typeof loader>>[number];

export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = only(context, "custodian");
  const type = params.act ? commandOfSlug(params.act) : null;
  if (type !== "approveUnsealing" && type !== "refuseUnsealing" && type !== "endUnsealing") notFound();
  const form = await provedForm({ context, request }, type);
  const number = textIn(form, "number");
  if (!isNumber(number)) notFound();
  const done = await deskAct(actor, number, type, form);
  if (!done) return redirect("/custody");
  const { status, ...notDone } = done;
  return data<Omit<NotDone, "status">>(notDone, { status });
}

export default function RequestsPage({ loaderData, actionData }: Route.ComponentProps) {
  const { custody, door } = useWords();
  const waiting = loaderData.filter(({ isMine }) => isMine);
  const others = loaderData.filter(({ isMine }) => !isMine);
  return (
    <>
      <title>{door.title(custody.title)}</title>
      <PageHead title={custody.title} lead={custody.lead} />
      <div className="max-w-[46rem] space-y-4">
        {waiting.length === 0 ? (
          <Card title={custody.waiting}>
            <Empty title={custody.none}>{custody.noneText}</Empty>
          </Card>
        ) : null}
        {waiting.map((request) => (
          <Card key={request.id} title={request.number} action={<RequestState request={request} />}>
            <RequestFacts request={request} />
            <Decide
              request={request}
              notDone={actionData?.values.request === request.id ? actionData : null}
            />
          </Card>
        ))}
        {others.length > 0 ? (
          <Card title={custody.others}>
            <ul className="divide-y divide-hair">
              {others.map((request) => (
                <li key={request.id} className="py-4 first:pt-0 last:pb-0">
                  <h3 className="mb-2 flex flex-wrap items-center gap-2 font-semibold">
                    {request.number}
                    <RequestState request={request} />
                  </h3>
                  <RequestFacts request={request} />
                </li>
              ))}
            </ul>
          </Card>
        ) : null}
      </div>
    </>
  );
}
