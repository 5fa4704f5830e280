import { data, redirect } from "react-router";
import { type Imported, importPoints, planImport } from "../../domain/people/import-points.server.ts";
import { readSheet } from "../../domain/people/point-sheet.ts";
import { sheetRowsOf } from "../../domain/people/sheet-rows.server.ts";
import { now } from "../../http/environment.ts";
import { formOf, textIn } from "../../http/forms.ts";
import { localeOf, only } from "../../http/guards.ts";
import { finishedImport, finishImport, importPath, sweepImports } from "../../http/import-files.server.ts";
import { read } from "../../http/reader.ts";
import { sheetWords } from "../../http/sheet-words.ts";
import { wordsOf } from "../../i18n/dictionaries.ts";
import { useFormat, useWords } from "../../i18n/use-words.ts";
import { ActForm } from "../../ui/act-form.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { CheckField } from "../../ui/check-field.tsx";
import { NoticeBanner } from "../../ui/notice-banner.tsx";
import { NumberRow, NumberTile } from "../../ui/number-tile.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import type { Route } from "./+types/points-preview.ts";
import { previewOf } from "./preview-of.ts";
import { FaultTable, PlanTable } from "./preview-tables.tsx";

export async function loader({ context, params: { id } }: Route.LoaderArgs) {
  const { personId } = only(context, "sysadmin");
  await sweepImports(new Date());
  const sheet = await sheetOf(personId, id);
  if (!sheet) return { preview: null };
  const plan = await read(context, (tx) => planImport(tx, sheet));
  return { preview: previewOf(plan) };
}

/** The waiting sheet, read; null where its file can't be. One that is imported or gone leads on. */
async function sheetOf(personId: string, id: string) {
  const path = await importPath(personId, id);
  if (!path) throw await whereItWent(personId, id);
  const rows = await sheetRowsOf(path);
  return rows && readSheet(rows, sheetWords);
}

async function whereItWent(personId: string, id: string) {
  const written = await finishedImport(personId, id);
  return redirect(written === null ? "/admin/points/import?gone" : `/admin/points?imported=${written}`);
}

export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  const actor = only(context, "sysadmin");
  const form = await formOf(request);
  const sheet = await sheetOf(actor.personId, id);
  if (!sheet) throw redirect(`/admin/points/import/${id}`);
  const done: Imported = await importPoints(
    actor,
    {
      sheet,
      seen: textIn(form, "seen"),
      sendsInvitations: form.get("sendInvitations") === "yes",
      reason: wordsOf(localeOf(context)).security.importReason,
    },
    now(),
  );
  if (!done.ok)
    return data(
      { preview: previewOf(done.plan, done.moved), isUndecidable: done.isUndecidable ?? false },
      409,
    );
  await finishImport(actor.personId, id, done.written);
  throw await whereItWent(actor.personId, id);
}

export default function PointsPreview({ loaderData, actionData }: Route.ComponentProps) {
  const { door, points: words, security } = useWords();
  const { preview } = actionData ?? loaderData;
  return (
    <>
      <title>{door.title(words.previewTitle)}</title>
      <PageHead
        title={words.previewTitle}
        lead={words.previewLead}
        actions={<ButtonLink to="/admin/points/import">{words.again}</ButtonLink>}
      />
      {actionData?.isUndecidable ? (
        <NoticeBanner tone="error">{security.faults.nobodyDecides}</NoticeBanner>
      ) : null}
      {preview ? <Preview preview={preview} /> : <NoticeBanner tone="error">{words.unreadable}</NoticeBanner>}
    </>
  );
}

type Shown = ReturnType<typeof previewOf>;

function Preview({ preview }: { preview: Shown }) {
  const words = useWords().points;
  const format = useFormat();
  const { counts, faultCount } = preview;
  return (
    <>
      {preview.hasMoved ? (
        <NoticeBanner tone="warn" title={words.movedTitle}>
          {words.movedText}
        </NoticeBanner>
      ) : null}
      {faultCount > 0 ? (
        <NoticeBanner tone="error" title={words.faultsTitle(format.number(faultCount))}>
          {words.faultsLead}
        </NoticeBanner>
      ) : (
        <>
          <Decision preview={preview} />
          <NumberRow label={words.counts}>
            <NumberTile label={words.outcomes.new} value={counts.new} />
            <NumberTile label={words.outcomes.changed} value={counts.changed} />
            <NumberTile label={words.outcomes.unchanged} value={counts.unchanged} />
          </NumberRow>
        </>
      )}
      <FaultTable preview={preview} />
      <PlanTable preview={preview} />
    </>
  );
}

/** The one button, once everything is right. */
function Decision({ preview: { counts, seen } }: { preview: Shown }) {
  const { points: words, security, ui } = useWords();
  const format = useFormat();
  const count = counts.new + counts.changed;
  if (count === 0) return <NoticeBanner tone="info">{words.nothingToDo}</NoticeBanner>;
  return (
    <div className="mb-4">
      <Card>
        <ActForm
          submit={words.importNow(format.number(count))}
          cancel={{ to: "/admin/points", label: ui.cancel }}
        >
          <input type="hidden" name="seen" value={seen} />
          <CheckField
            name="sendInvitations"
            label={words.sendInvitations}
            hint={words.sendInvitationsHint}
            defaultChecked
          />
          <p className="text-soft">{security.importNote}</p>
        </ActForm>
      </Card>
    </div>
  );
}
