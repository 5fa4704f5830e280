import { data, redirect } from "react-router";
import { type Day, officeDay } from "../../domain/clock/day.ts";
import { commandOfSlug } from "../../domain/complaint/commands.ts";
import { isNumber } from "../../domain/complaint/complaint.ts";
import { isRowId } from "../../domain/complaint/draft.server.ts";
import { enterpriseDates } from "../../domain/complaint/enterprise-dates.server.ts";
import {
  type EnterpriseComplaint,
  findEnterpriseComplaint,
  isKnownToEnterprise,
} from "../../domain/complaint/enterprise-view.server.ts";
import { lifecycle, possibleActs } from "../../domain/complaint/lifecycle.ts";
import { isRatingOpen } from "../../domain/complaint/rate-again.server.ts";
import { whoAsked } from "../../domain/custody/requests.server.ts";
import { newId } from "../../domain/people/new-id.ts";
import { now } from "../../http/environment.ts";
import { notFound, only } from "../../http/guards.ts";
import { actFromForm } from "../../http/portal-act.server.ts";
import { read } from "../../http/reader.ts";
import { useFormat, useWords } from "../../i18n/use-words.ts";
import { TextLink } from "../../ui/button.tsx";
import { Columns } from "../../ui/columns.tsx";
import { EnterpriseAnswers, EnterpriseCourse, EnterpriseFacts } from "../../ui/enterprise-complaint.tsx";
import { WaitSentence } from "../../ui/enterprise-matters.tsx";
import { ErasedBanner } from "../../ui/erased-banner.tsx";
import { Journey } from "../../ui/journey.tsx";
import { useEnterpriseJourney } from "../../ui/journey-steps.ts";
import { NoticeBanner } from "../../ui/notice-banner.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { PrintButton } from "../../ui/print-button.tsx";
import { WhoAsked } from "../../ui/who-asked.tsx";
import type { Route } from "./+types/complaint.ts";
import { Acts } from "./complaint-acts.tsx";
import { More } from "./complaint-more.tsx";
import { Submitted } from "./complaint-submitted.tsx";

function actOf(slug: string | undefined) {
  if (slug === undefined) return null;
  const type = commandOfSlug(slug);
  if (!type || !lifecycle[type].by.includes("liaison")) notFound();
  return type;
}

const mayAskReview = ({ reviewAskedAt, dueOn }: EnterpriseComplaint, today: Day) =>
  !reviewAskedAt && (dueOn === null || today <= dueOn);

/** The draft that took what was written after this one had been handed in. */
const keptIn = (id: string | null) => (id && isRowId(id) ? id : null);

export { afterStale as shouldRevalidate } from "../../http/revalidate.ts";

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const actor = only(context, "liaison");
  const open = actOf(params.act);
  if (!isNumber(params.number)) notFound();
  const at = now();
  const loaded = await read(context, async (tx) => {
    const complaint = await findEnterpriseComplaint(tx, actor, params.number);
    if (!complaint) return null;
    const dates = await enterpriseDates(tx, complaint.id);
    const asked = complaint.disclosure === "sealed" ? await whoAsked(tx, complaint.id) : null;
    return { complaint, dates, asked, mayRateAgain: await isRatingOpen(tx, complaint, at) };
  });
  if (!loaded) notFound();
  const { complaint, dates, asked, mayRateAgain } = loaded;
  return {
    complaint,
    dates,
    asked,
    today: officeDay(at),
    open,
    acts: possibleActs("liaison", complaint.status).filter(
      (type) =>
        (!complaint.erased || lifecycle[type].evenErased === true) &&
        (type !== "answerQuestion" || complaint.isAsked) &&
        (type !== "evaluateAgain" || mayRateAgain) &&
        (type !== "askReview" || mayAskReview(complaint, officeDay(at))) &&
        (type !== "raiseDisclosure" || complaint.disclosure !== "sealed"),
    ),
    commandId: newId(),
    isNew: url.searchParams.has("submitted"),
    kept: keptIn(url.searchParams.get("kept")),
    isDone: url.searchParams.has("done"),
    isReported: url.searchParams.has("reported"),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = only(context, "liaison");
  const type = actOf(params.act) ?? notFound();
  if (!isNumber(params.number)) notFound();
  const found = await read(context, (tx) => findEnterpriseComplaint(tx, actor, params.number));
  if (!found) notFound();
  const failed = await actFromForm(actor, { number: params.number }, type, request);
  // Somebody else's acts that the enterprise isn't told of are not told by a refusal either.
  if (failed) failed.since = failed.since.filter(({ command }) => isKnownToEnterprise(command));
  if (failed) return data(failed, failed.refusal === "stale" ? 409 : 422);
  const after = await read(context, (tx) => findEnterpriseComplaint(tx, actor, params.number));
  const done = (after?.linked.length ?? 0) > found.linked.length ? "reported" : "done";
  return redirect(`/liaison/complaints/${params.number}?${done}=1`);
}

export default function EnterpriseComplaintPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords();
  const format = useFormat();
  const { complaint, isNew, isDone, isReported, kept } = loaderData;
  const open =
    loaderData.open && (actionData || loaderData.acts.includes(loaderData.open)) ? loaderData.open : null;
  const title = complaint.title || words.erasure.gone;
  const label = words.office.statuses[complaint.status];
  // What is to be rated is read first.
  const isToRate = complaint.status === "feedback";
  const due = complaint.dueOn ? format.weekday(complaint.dueOn) : null;
  return (
    <>
      <title>{words.door.title(`${complaint.number} ${title}`)}</title>
      {isNew && due ? <Submitted complaint={complaint} due={due} /> : null}
      {kept ? (
        <NoticeBanner tone="warn">
          {words.liaison.keptApart}{" "}
          <TextLink to={`/liaison/drafts/${kept}/what`}>{words.liaison.openKept}</TextLink>
        </NoticeBanner>
      ) : null}
      {isDone && !open ? <NoticeBanner tone="success">{words.liaison.done}</NoticeBanner> : null}
      <PageHead
        eyebrow={`${complaint.number} · ${label}`}
        title={title}
        lead={<WaitSentence matter={complaint} today={loaderData.today} />}
        actions={<PrintButton label={words.liaison.print} />}
      />
      <Journey label={words.liaison.journey} steps={useEnterpriseJourney(complaint)} />
      {isReported && !open ? <NoticeBanner tone="success">{words.liaison.safe.reported}</NoticeBanner> : null}
      <ErasedBanner erased={complaint.erased} isOwn />
      {isToRate ? (
        <div className="mb-4">
          <EnterpriseAnswers complaint={complaint} />
        </div>
      ) : null}
      <Acts {...loaderData} open={open} failed={actionData ?? null} />
      <Columns
        side={
          <>
            <EnterpriseFacts complaint={complaint} dates={loaderData.dates} />
            {loaderData.asked ? <WhoAsked asked={loaderData.asked} today={loaderData.today} /> : null}
          </>
        }
      >
        {isToRate ? null : <EnterpriseAnswers complaint={complaint} />}
        <EnterpriseCourse complaint={complaint} />
      </Columns>
      <More number={complaint.number} acts={loaderData.acts} open={open} hasReceipt={!isNew} />
    </>
  );
}
