import { Form, redirect } from "react-router";
import { listDrafts, startDraft } from "../../domain/complaint/draft.server.ts";
import { listEnterpriseComplaints } from "../../domain/complaint/enterprise-view.server.ts";
import { now } from "../../http/environment.ts";
import { only } from "../../http/guards.ts";
import { read } from "../../http/reader.ts";
import { useFormat, useWords } from "../../i18n/use-words.ts";
import { Button, TextLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Empty } from "../../ui/empty.tsx";
import { EnterpriseTable } from "../../ui/enterprise-table.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import type { Route } from "./+types/home.ts";

const RECENT = 12;

export async function loader({ context }: Route.LoaderArgs) {
  const actor = only(context, "liaison");
  return read(context, async (tx) => {
    const drafts = await listDrafts(tx, actor);
    return {
      drafts: drafts.map(({ id, said, savedAt }) => ({ id, title: said.title?.trim() ?? "", savedAt })),
      rows: await listEnterpriseComplaints(tx, actor, RECENT),
    };
  });
}

/** Begins a draft. */
export async function action({ context }: Route.ActionArgs) {
  const actor = only(context, "liaison");
  return redirect(`/liaison/drafts/${await startDraft(actor, now())}/what`);
}

export default function LiaisonHome({ loaderData: { drafts, rows } }: Route.ComponentProps) {
  const words = useWords();
  return (
    <>
      <title>{words.door.title(words.liaison.home)}</title>
      <PageHead title={words.liaison.home} lead={words.liaison.homeLead} actions={<ReportButton />} />
      <div className="space-y-6">
        {drafts.length > 0 ? <Drafts drafts={drafts} /> : null}
        <EnterpriseTable
          caption={words.liaison.recent}
          rows={rows}
          empty={<Empty title={words.liaison.none}>{words.liaison.noneText}</Empty>}
        />
        {rows.length > 0 ? <TextLink to="/liaison/file">{words.liaison.allInFile}</TextLink> : null}
      </div>
    </>
  );
}

function ReportButton() {
  const words = useWords().liaison;
  return (
    <Form method="post">
      <Button tone="primary">{words.report}</Button>
    </Form>
  );
}

function Drafts({ drafts }: { drafts: { id: string; title: string; savedAt: Date }[] }) {
  const words = useWords().liaison;
  const format = useFormat();
  return (
    <Card title={words.drafts}>
      <ul className="space-y-2">
        {drafts.map((draft) => (
          <li key={draft.id} className="flex flex-wrap items-baseline gap-x-3">
            <TextLink to={`/liaison/drafts/${draft.id}/what`}>{draft.title || words.draftUntitled}</TextLink>
            <span className="text-small text-soft">{words.savedAt(format.instant(draft.savedAt))}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
