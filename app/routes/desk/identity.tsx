import { randomUUID } from "node:crypto";
import { data, redirect } from "react-router";
import { addDays, dayOf } from "../../domain/clock/day.ts";
import { commandOfSlug } from "../../domain/complaint/commands.ts";
import { listReaders } from "../../domain/complaint/surroundings.server.ts";
import { BrokerUnreachable, openIdentity } from "../../domain/custody/broker.server.ts";
import { UNSEALING_DAYS, unsealingState } from "../../domain/custody/custody.ts";
import { namesOf, sealedMatter } from "../../domain/custody/requests.server.ts";
import { deskAct, type NotDone } from "../../http/desk-act.server.ts";
import { now } from "../../http/environment.ts";
import { provedForm } from "../../http/fresh.ts";
import { notFound, only } from "../../http/guards.ts";
import { read } from "../../http/reader.ts";
import { useWords } from "../../i18n/use-words.ts";
import { TextLink } from "../../ui/button.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import type { Route } from "./+types/identity.ts";
import { AskForm, Opened, OpenForm, Requests } from "./identity-parts.tsx";

const TEAMS = ["intake", "supervisor", "discipline"] as const;
const OPEN = "open";

export async function loader({ context, params }: Route.LoaderArgs) {
  const actor = only(context, ...TEAMS);
  const today = dayOf(now());
  const loaded = await read(context, async (tx) => {
    const matter = await sealedMatter(tx, params.number, actor.kind);
    return (
      matter && { matter, readers: await listReaders(tx, { complaint: matter, recusal: matter.recusal }) }
    );
  });
  if (!loaded) notFound();
  const { number, title, requests } = loaded.matter;
  const stated = requests.map((one) => ({ ...one, state: unsealingState(one, today) }));
  return {
    number,
    title,
    place: actor.kind === "discipline" ? "/clues" : "/desk/complaints",
    me: actor.personId,
    requests: stated,
    mayOpen: stated.some(({ readerId, state }) => readerId === actor.personId && state === "approved"),
    readers: loaded.readers,
    latest: addDays(today, UNSEALING_DAYS),
    commandId: randomUUID(),
  };
}

type Answer =
  | { opened: Awaited<ReturnType<typeof namesOf>> & { untilOn: string } }
  | { fault: "notOpen" | "brokerDown" }
  | { notDone: Omit<NotDone, "status"> };

export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = only(context, ...TEAMS);
  const { number } = params;
  if (params.act === OPEN) {
    await provedForm({ context, request }, "openIdentity");
    return open(context, number);
  }
  const type = params.act ? commandOfSlug(params.act) : null;
  if (type !== "askUnsealing" && type !== "endUnsealing") notFound();
  const done = await deskAct(actor, number, type, await provedForm({ context, request }, type));
  if (!done)
    return redirect(`${actor.kind === "discipline" ? "/clues" : "/desk/complaints"}/${number}/identity`);
  const { status, ...notDone } = done;
  return data<Answer>({ notDone }, { status });
}

/** Opens it for this one page: asked for by a press, so that no look at a page is an opening. */
async function open(context: Route.ActionArgs["context"], number: string) {
  const actor = only(context, ...TEAMS);
  const matter = (await read(context, (tx) => sealedMatter(tx, number, actor.kind))) ?? notFound();
  try {
    const opened = await openIdentity(actor, matter.id);
    if (!opened) return data<Answer>({ fault: "notOpen" }, 409);
    const names = await read(context, (tx) => namesOf(tx, opened));
    return data<Answer>({ opened: { ...names, untilOn: opened.untilOn } });
  } catch (error) {
    if (error instanceof BrokerUnreachable) return data<Answer>({ fault: "brokerDown" }, 503);
    throw error;
  }
}

export type Loaded = Awaited<ReturnType<typeof loader>>;

export default function IdentityPage({ loaderData, actionData }: Route.ComponentProps) {
  const { custody, door } = useWords();
  const { number, title, place } = loaderData;
  const path = `${place}/${number}/identity`;
  return (
    <>
      <title>{door.title(custody.identity)}</title>
      <PageHead eyebrow={`${number} · ${title}`} title={custody.identity} lead={custody.sealedLead} />
      <p className="mb-4">
        <TextLink to={`${place}/${number}`}>{custody.toComplaint}</TextLink>
      </p>
      <div className="max-w-[46rem] space-y-4">
        {actionData && "opened" in actionData ? <Opened {...actionData.opened} /> : null}
        {loaderData.mayOpen ? (
          <OpenForm
            path={`${path}/${OPEN}`}
            fault={actionData && "fault" in actionData ? actionData.fault : null}
          />
        ) : null}
        <Requests loaded={loaderData} path={path} />
        <AskForm
          // A request that was made leaves an empty form behind.
          key={loaderData.requests.length}
          loaded={loaderData}
          path={path}
          notDone={actionData && "notDone" in actionData ? actionData.notDone : null}
        />
      </div>
    </>
  );
}
