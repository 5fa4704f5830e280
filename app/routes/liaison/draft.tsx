import { data, redirect } from "react-router";
import { FILE_LIMIT_BYTES, FILE_LIMIT_COUNT, FILE_TYPES } from "../../../db/vocabulary.ts";
import type { PersonActor } from "../../domain/access/actor.ts";
import {
  dropDraft,
  filesOfDraft,
  findDraft,
  isRowId,
  numberOfDraft,
  saveDraft,
} from "../../domain/complaint/draft.server.ts";
import {
  DRAFT_STEPS,
  type DraftStep,
  errorsOf,
  readDraft,
  type StepErrors,
  typedIn,
} from "../../domain/complaint/draft-steps.ts";
import { submit } from "../../domain/complaint/submit.server.ts";
import { now } from "../../http/environment.ts";
import { formOf, textIn } from "../../http/forms.ts";
import { notFound, only } from "../../http/guards.ts";
import { read } from "../../http/reader.ts";
import { discard } from "../../http/uploads.server.ts";
import { useWords } from "../../i18n/use-words.ts";
import { sayErrors } from "../../ui/act-fields.tsx";
import { ActForm } from "../../ui/act-form.tsx";
import { Button, TextLink } from "../../ui/button.tsx";
import { Confirm } from "../../ui/confirm.tsx";
import { DraftFields } from "../../ui/draft-fields.tsx";
import { DraftSaver } from "../../ui/draft-saver.tsx";
import { NoticeBanner } from "../../ui/notice-banner.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { RefusedFiles } from "../../ui/portal-act-form.tsx";
import { ProgressSteps } from "../../ui/progress-steps.tsx";
import { Upload } from "../../ui/upload.tsx";
import type { Route } from "./+types/draft.ts";

const pathOf = (id: string, step: DraftStep) => `/liaison/drafts/${id}/${step}`;

function addressed(params: { id: string; step: string }): { id: string; step: DraftStep } {
  const step = DRAFT_STEPS.find((one) => one === params.step);
  if (!isRowId(params.id) || !step) notFound();
  return { id: params.id, step };
}

const FAULTS = ["empty", "tooLarge", "tooMany", "typeNotAllowed"] as const;

function refusedIn(query: URLSearchParams) {
  return query.getAll("refused").flatMap((line) => {
    const fault = FAULTS.find((one) => line.startsWith(`${one}:`));
    return fault ? [{ fault, name: line.slice(fault.length + 1, 200) }] : [];
  });
}

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const actor = only(context, "liaison");
  const { id, step } = addressed(params);
  const found = await read(context, async (tx) => {
    const draft = await findDraft(tx, actor, id);
    if (!draft) return null;
    const files = (await filesOfDraft(tx, actor, id)).map(({ id, name, bytes }) => ({ id, name, bytes }));
    return { draft, files, number: draft.submittedAt ? await numberOfDraft(tx, actor, id) : null };
  });
  if (!found) notFound();
  if (found.draft.submittedAt)
    throw redirect(found.number ? `/liaison/complaints/${found.number}` : "/liaison");
  const { said } = found.draft;
  return {
    id,
    step,
    said,
    files: found.files,
    refused: refusedIn(url.searchParams),
    errors: url.searchParams.has("check") ? errorsOf(step, said) : {},
    isDropping: url.searchParams.has("drop"),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = only(context, "liaison");
  const { id, step } = addressed(params);
  const form = await formOf(request);
  const go = textIn(form, "go");
  if (go === "drop") {
    await discard(await dropDraft(actor, id));
    return redirect("/liaison");
  }
  const typed = typedIn(step, form);
  const number = (await saveDraft(actor, id, typed, now()))
    ? null
    : await read(context, (tx) => numberOfDraft(tx, actor, id));
  // A second press of the last button finds the draft handed in already.
  if (number) return redirect(`/liaison/complaints/${number}?submitted=1`);
  if (go === "save") return data({ errors: {} as StepErrors, savedAt: now() });
  if (go === "later") return redirect("/liaison");
  const index = DRAFT_STEPS.indexOf(step);
  if (go === "back") return redirect(pathOf(id, DRAFT_STEPS[Math.max(0, index - 1)] ?? "what"));
  const errors = errorsOf(step, typed);
  if (Object.keys(errors).length > 0) return data({ errors, savedAt: now() }, 422);
  const next = DRAFT_STEPS[index + 1];
  return next ? redirect(pathOf(id, next)) : handIn(actor, id, context);
}

async function handIn(actor: PersonActor, id: string, context: Route.ActionArgs["context"]) {
  const draft = (await read(context, (tx) => findDraft(tx, actor, id))) ?? notFound();
  const whole = readDraft(draft.said);
  if (!whole.ok) return redirect(`${pathOf(id, whole.step)}?check=1`);
  const { number } = await submit(
    actor,
    { ...whole.values, place: whole.values.place ?? "", draftId: id },
    now(),
  );
  return redirect(`/liaison/complaints/${number}?submitted=1`);
}

export default function DraftPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords();
  const { liaison } = words;
  const { id, step, files } = loaderData;
  return (
    <>
      <title>{words.door.title(liaison.stepTitles[step])}</title>
      <ProgressSteps
        current={DRAFT_STEPS.indexOf(step) + 1}
        steps={DRAFT_STEPS.map((one) => liaison.steps[one])}
      />
      <PageHead title={liaison.stepTitles[step]} lead={liaison.stepLeads[step]} />
      {loaderData.isDropping ? (
        <Confirm
          question={liaison.dropQuestion}
          action={pathOf(id, step)}
          confirmLabel={liaison.drop}
          cancelTo={pathOf(id, step)}
          danger
          fields={{ go: "drop" }}
        />
      ) : null}
      {loaderData.refused.length > 0 ? (
        <NoticeBanner tone="error" title={liaison.files.refusedHead}>
          <RefusedFiles files={loaderData.refused} />
        </NoticeBanner>
      ) : null}
      {step === "evidence" ? <Evidence id={id} files={files} /> : null}
      <DraftSaver action={pathOf(id, step)} isOff={step === "evidence"}>
        <StepForm {...loaderData} errors={sayErrors(words, actionData?.errors ?? loaderData.errors)} />
      </DraftSaver>
      <p className="mt-6">
        <TextLink to={`${pathOf(id, step)}?drop=1`}>{liaison.drop}</TextLink>
      </p>
    </>
  );
}

type StepFormProps = {
  id: string;
  step: DraftStep;
  said: Record<string, string>;
  errors: Record<string, string>;
};

function StepForm({ id, step, said, errors }: StepFormProps) {
  const words = useWords().liaison;
  const next = DRAFT_STEPS[DRAFT_STEPS.indexOf(step) + 1];
  return (
    <ActForm
      key={step}
      action={pathOf(id, step)}
      values={said}
      errors={errors}
      submit={next ? words.next(words.steps[next]) : words.submit}
      stickyOnPhone
      more={
        <>
          {step === "what" ? null : (
            <Button name="go" value="back">
              {words.previous}
            </Button>
          )}
          <Button tone="quiet" name="go" value="later">
            {words.keepForLater}
          </Button>
        </>
      }
    >
      <DraftFields step={step} />
    </ActForm>
  );
}

function Evidence({ id, files }: { id: string; files: { id: string; name: string; bytes: number }[] }) {
  const words = useWords().liaison;
  const action = `/liaison/drafts/${id}/attachments`;
  return (
    <div className="mb-6 space-y-3">
      <Upload
        action={action}
        files={files.map((file) => ({
          ...file,
          to: `/liaison/files/${file.id}`,
          removeAction: `${action}?remove=${file.id}`,
        }))}
        accept={[...FILE_TYPES, "jpeg"].map((type) => `.${type}`).join(",")}
        maxFiles={FILE_LIMIT_COUNT}
        maxBytes={FILE_LIMIT_BYTES}
      />
      <p className="text-small text-soft">{words.files.types}</p>
      <NoticeBanner tone="info">{words.evidenceNote}</NoticeBanner>
    </div>
  );
}
