import { Form, redirect } from "react-router";
import { dayOf, officeDay } from "../../domain/clock/day.ts";
import { listDrafts, startDraft } from "../../domain/complaint/draft.server.ts";
import { nextStepOf } from "../../domain/complaint/draft-steps.ts";
import { pageOfFile } from "../../domain/complaint/enterprise-file.server.ts";
import { newId } from "../../domain/people/new-id.ts";
import { now } from "../../http/environment.ts";
import { formOf, isId, textIn } from "../../http/forms.ts";
import { only } from "../../http/guards.ts";
import { read } from "../../http/reader.ts";
import { useWords } from "../../i18n/use-words.ts";
import { Button, TextLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { DraftCards } from "../../ui/draft-cards.tsx";
import { Empty } from "../../ui/empty.tsx";
import { MatterList, TurnCards } from "../../ui/enterprise-matters.tsx";
import { NoticeBanner } from "../../ui/notice-banner.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import type { Route } from "./+types/home.ts";

const most = { turn: 20, waiting: 20, ended: 4 };

export async function loader({ context }: Route.LoaderArgs) {
  const actor = only(context, "liaison");
  return read(context, async (tx) => {
    const rowsOf = async (part: keyof typeof most) =>
      (await pageOfFile(tx, actor, { part }, most[part])).rows;
    const drafts = await listDrafts(tx, actor);
    return {
      // Without its mark an enterprise finds none of its sealed matters.
      isIncomplete: !actor.owner,
      today: officeDay(now()),
      newDraftId: newId(),
      drafts: drafts.map(({ id, said, savedAt }) => ({
        id,
        title: said.title?.trim() ?? "",
        step: nextStepOf(said, dayOf(now())),
        savedAt,
      })),
      turn: await rowsOf("turn"),
      waiting: await rowsOf("waiting"),
      ended: await rowsOf("ended"),
    };
  });
}

/** Begins a draft. */
export async function action({ request, context }: Route.ActionArgs) {
  const actor = only(context, "liaison");
  const given = textIn(await formOf(request), "id");
  const id = await startDraft(actor, isId(given) ? given : newId(), now());
  return redirect(`/liaison/drafts/${id}/what`);
}

export default function LiaisonHome({ loaderData }: Route.ComponentProps) {
  const { custody, door, liaison: words } = useWords();
  const { today, drafts, turn, waiting, ended } = loaderData;
  const isNew = turn.length + waiting.length + ended.length === 0;
  return (
    <>
      <title>{door.title(words.home)}</title>
      <PageHead
        title={words.home}
        lead={words.homeLead}
        actions={<ReportButton id={loaderData.newDraftId} />}
      />
      {loaderData.isIncomplete ? <NoticeBanner tone="warn">{custody.down}</NoticeBanner> : null}
      <div className="space-y-6">
        {turn.length > 0 ? <TurnCards title={words.turn} rows={turn} today={today} /> : null}
        {drafts.length > 0 ? <DraftCards drafts={drafts} /> : null}
        {isNew ? (
          <Card>
            <Empty title={words.none}>{words.noneText}</Empty>
          </Card>
        ) : (
          <Card title={words.waiting} flush>
            {waiting.length > 0 ? (
              <MatterList label={words.waiting} rows={waiting} today={today} />
            ) : (
              <p className="px-4 py-3 text-soft">{words.nothingWaits}</p>
            )}
          </Card>
        )}
        {ended.length > 0 ? (
          <Card title={words.ended} flush>
            <MatterList label={words.ended} rows={ended} today={today} />
          </Card>
        ) : null}
        {isNew ? null : <TextLink to="/liaison/file">{words.allInFile}</TextLink>}
      </div>
    </>
  );
}

function ReportButton({ id }: { id: string }) {
  const words = useWords().liaison;
  return (
    <Form method="post">
      <input type="hidden" name="id" value={id} />
      <Button tone="primary">{words.report}</Button>
    </Form>
  );
}
