import { data, redirect } from "react-router";
import { dayOf } from "../../domain/clock/day.ts";
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
  markOf,
  seenIn,
  typedIn,
} from "../../domain/complaint/draft-steps.ts";
import { now } from "../../http/environment.ts";
import { formOf, textIn } from "../../http/forms.ts";
import { notFound, only } from "../../http/guards.ts";
import { read } from "../../http/reader.ts";
import { discard } from "../../http/uploads.server.ts";
import { useWords } from "../../i18n/use-words.ts";
import { sayErrors } from "../../ui/act-fields.tsx";
import { DraftSaver } from "../../ui/draft-saver.tsx";
import { NoticeBanner } from "../../ui/notice-banner.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { RefusedFiles } from "../../ui/portal-act-form.tsx";
import { ProgressSteps } from "../../ui/progress-steps.tsx";
import type { Route } from "./+types/draft.ts";
import { BeforeSubmitting } from "./draft-parts/before-submitting.tsx";
import { Drop } from "./draft-parts/drop.tsx";
import { Elsewhere } from "./draft-parts/elsewhere.tsx";
import { Evidence } from "./draft-parts/evidence.tsx";
import { alreadyHandedIn, handIn } from "./draft-parts/hand-in.server.ts";
import { pathOf } from "./draft-parts/path-of.ts";
import { refusedIn } from "./draft-parts/refused.ts";
import { StepForm } from "./draft-parts/step-form.tsx";

export const handle = { isTask: true };

export { afterStale as shouldRevalidate } from "../../http/revalidate.ts";

function addressed(params: { id: string; step: string }): { id: string; step: DraftStep } {
  const step = DRAFT_STEPS.find((one) => one === params.step);
  if (!isRowId(params.id) || !step) notFound();
  return { id: params.id, step };
}

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const actor = only(context, "liaison");
  const { id, step } = addressed(params);
  const found = await read(context, async (tx) => {
    const draft = await findDraft(tx, actor, id);
    // A sealed matter leaves no draft behind.
    if (!draft) return { number: await numberOfDraft(tx, actor, id) };
    const files = (await filesOfDraft(tx, actor, id)).map(({ id, name, bytes }) => ({ id, name, bytes }));
    return { draft, files, number: draft.submittedAt ? await numberOfDraft(tx, actor, id) : null };
  });
  if (!found.draft && !found.number) notFound();
  if (found.number) throw redirect(`/liaison/complaints/${found.number}`);
  if (!found.draft || found.draft.submittedAt) throw redirect("/liaison");
  const { said } = found.draft;
  return {
    id,
    step,
    said,
    mark: markOf(step, said),
    savedAt: Object.keys(said).length > 0 ? found.draft.savedAt : null,
    files: found.files,
    refused: refusedIn(url.searchParams),
    today: dayOf(now()),
    errors: url.searchParams.has("check") ? errorsOf(step, said, dayOf(now())) : {},
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
  const outcome = await saveDraft(actor, id, typed, now(), seenIn(step, form));
  if (outcome === "gone") return alreadyHandedIn(actor, { id, step, typed }, context);
  if (outcome === "elsewhere") return data({ errors: {}, cannotSeal: false, typed }, 409);
  if (go === "later") return redirect("/liaison");
  const index = DRAFT_STEPS.indexOf(step);
  if (go === "back") return redirect(pathOf(id, DRAFT_STEPS[Math.max(0, index - 1)] ?? "what"));
  const errors = errorsOf(step, typed, dayOf(now()));
  if (Object.keys(errors).length > 0) return data({ errors, cannotSeal: false, typed: null }, 422);
  const next = DRAFT_STEPS[index + 1];
  return next ? redirect(pathOf(id, next)) : handIn(actor, id, context);
}

export default function DraftPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords();
  const { liaison } = words;
  const { id, step, said, mark, files, savedAt } = loaderData;
  const typed = actionData?.typed ?? null;
  const path = pathOf(id, step);
  return (
    <DraftSaver key={step} step={step} action={`${path}/save`} savedAt={savedAt}>
      {(savedLine) => (
        <>
          <title>{words.door.title(liaison.stepTitles[step])}</title>
          <ProgressSteps
            current={DRAFT_STEPS.indexOf(step) + 1}
            steps={DRAFT_STEPS.map((one) => liaison.steps[one])}
            note={savedLine}
          />
          <PageHead title={liaison.stepTitles[step]} lead={liaison.stepLeads[step]} />
          {loaderData.isDropping ? <Drop path={path} /> : null}
          {loaderData.refused.length > 0 ? (
            <NoticeBanner tone="error" title={liaison.files.refusedHead}>
              <RefusedFiles files={loaderData.refused} />
            </NoticeBanner>
          ) : null}
          {actionData?.cannotSeal ? (
            <NoticeBanner tone="error">{words.custody.cannotSeal}</NoticeBanner>
          ) : null}
          {typed ? <Elsewhere step={step} here={typed} there={said} /> : null}
          {step === "evidence" ? <Evidence id={id} files={files} /> : null}
          <StepForm
            path={path}
            step={step}
            said={typed ?? said}
            mark={mark}
            isElsewhere={typed !== null}
            today={loaderData.today}
            errors={sayErrors(words, actionData?.errors ?? loaderData.errors)}
          >
            {step === "disclosure" ? (
              <BeforeSubmitting said={said} files={files} pathOf={(one) => pathOf(id, one)} />
            ) : null}
          </StepForm>
        </>
      )}
    </DraftSaver>
  );
}
