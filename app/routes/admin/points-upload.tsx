import { data, redirect } from "react-router";
import { FILE_LIMIT_BYTES } from "../../../db/vocabulary.ts";
import { MOST_POINTS } from "../../domain/people/sheet-point.ts";
import { localeOf, only } from "../../http/guards.ts";
import { keepImport, sweepImports } from "../../http/import-files.server.ts";
import { allFiles, discard, receive } from "../../http/uploads.server.ts";
import { wordsOf } from "../../i18n/dictionaries.ts";
import { useFormat, useWords } from "../../i18n/use-words.ts";
import { ActForm } from "../../ui/act-form.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { FileField } from "../../ui/file-field.tsx";
import { NoticeBanner } from "../../ui/notice-banner.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import type { Route } from "./+types/points-upload.ts";

export async function loader({ context, url }: Route.LoaderArgs) {
  only(context, "sysadmin");
  // The files lie on a real disk, so their age is told by the real clock.
  await sweepImports(new Date());
  return { isGone: url.searchParams.has("gone") };
}

export async function action({ context, request }: Route.ActionArgs) {
  const actor = only(context, "sysadmin");
  const received = await receive(request, 1);
  const [file] = received.stored.sheet ?? [];
  if (file?.type === "xlsx") {
    const id = await keepImport(actor.personId, file.storageKey);
    return redirect(`/admin/points/import/${id}`);
  }
  await discard(allFiles(received));
  const fault = file ? "typeNotAllowed" : (received.refused[0]?.fault ?? "choose");
  return data({ errors: { sheet: wordsOf(localeOf(context)).points.uploadFaults[fault] } }, 422);
}

export default function PointsUpload({ loaderData, actionData }: Route.ComponentProps) {
  const { door, points: words, ui } = useWords();
  const format = useFormat();
  return (
    <>
      <title>{door.title(words.importTitle)}</title>
      <PageHead
        title={words.importTitle}
        lead={words.importLead}
        actions={
          <ButtonLink to="/admin/points/template.xlsx" reloadDocument>
            {words.template}
          </ButtonLink>
        }
      />
      {loaderData.isGone ? <NoticeBanner tone="warn">{words.gone}</NoticeBanner> : null}
      <Card>
        <ActForm
          encType="multipart/form-data"
          errors={actionData?.errors}
          submit={words.upload}
          cancel={{ to: "/admin/points", label: ui.cancel }}
        >
          <FileField
            name="sheet"
            label={words.file}
            hint={words.fileHint(format.bytes(FILE_LIMIT_BYTES), format.number(MOST_POINTS))}
            accept=".xlsx"
            required
          />
        </ActForm>
      </Card>
    </>
  );
}
