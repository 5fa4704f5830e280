import { data, redirect } from "react-router";
import { actsNow, returnState, turnOf, writeOffSteps } from "../../domain/assignment/acts.ts";
import { datesOf, dueOf, lampOf, lampUntil } from "../../domain/assignment/dates.ts";
import { titleOf } from "../../domain/assignment/title.ts";
import { findAssignment, otherDepartments } from "../../domain/assignment/view.server.ts";
import { loadCalendar } from "../../domain/clock/calendar.server.ts";
import { dayOf, officeDay } from "../../domain/clock/day.ts";
import { loadSpansAt } from "../../domain/clock/spans.server.ts";
import { commandOfSlug } from "../../domain/complaint/commands.ts";
import { longestUntil } from "../../domain/complaint/decide/extension.ts";
import { lifecycle } from "../../domain/complaint/lifecycle.ts";
import { whyEarly, whyReply } from "../../domain/complaint/why.ts";
import { newId } from "../../domain/people/new-id.ts";
import { urgingsOf } from "../../domain/urging/urging.server.ts";
import { now } from "../../http/environment.ts";
import { localeOf, notFound, only } from "../../http/guards.ts";
import { actFromForm } from "../../http/portal-act.server.ts";
import { read } from "../../http/reader.ts";
import { useFormat, useWords } from "../../i18n/use-words.ts";
import { AssignmentCourse, SentBack } from "../../ui/assignment.tsx";
import { AssignmentActs } from "../../ui/assignment-acts.tsx";
import { AssignmentFacts } from "../../ui/assignment-facts.tsx";
import { Columns } from "../../ui/columns.tsx";
import { Lamp } from "../../ui/lamp.tsx";
import { NoticeBanner } from "../../ui/notice-banner.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { PrintButton } from "../../ui/print-button.tsx";
import { stageName } from "../../ui/stage-name.ts";
import { UrgingLinks } from "../../ui/urging-links.tsx";
import { WhyDate } from "../../ui/why-date.tsx";
import type { Route } from "./+types/assignment.ts";

function actOf(slug: string | undefined) {
  if (slug === undefined) return null;
  const type = commandOfSlug(slug);
  if (!type || !lifecycle[type].by.includes("department")) notFound();
  return type;
}

/** A form that lost a race is shown again with the version that won. */
export { afterStale as shouldRevalidate } from "../../http/revalidate.ts";

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const actor = only(context, "department");
  const open = actOf(params.act);
  const today = officeDay(now());
  return read(context, async (tx) => {
    const assignment = (await findAssignment(tx, actor, params.code)) ?? notFound();
    const clock = { today, calendar: await loadCalendar(tx) };
    const clocks = { calendar: clock.calendar, spansAt: await loadSpansAt(tx) };
    const { complaintAcceptedAt: acceptedAt } = assignment;
    const moving = { acceptedAt, pause: assignment.pauses, extension: [assignment.extension ?? []].flat() };
    const promised = assignment.measures.filter((one) => one.status === "promised");
    // Measures come by date: the first promised one is the next to keep.
    const row = { ...assignment, measureDueOn: promised[0]?.dueOn ?? null };
    const acts = actsNow(assignment, today);
    const isNear = assignment.part === "lead" && assignment.status === "accepted" && !assignment.settledAt;
    const due = dueOf(row);
    const isReplyDue = due.what === "reply" && due.endedAt === null;
    const early = due.what === "sign" ? "sign" : due.what === "contact" ? "firstContact" : null;
    const why = whyReply(clocks, assignment, moving);
    return {
      assignment,
      letters: assignment.settledAt ? [] : await urgingsOf(tx, actor, assignment.code),
      open,
      acts,
      measureId: url.searchParams.get("measure") ?? promised[0]?.id,
      turn: turnOf(assignment),
      due,
      lamp: assignment.settledAt ? null : lampOf(row, clock),
      dates: datesOf(assignment, clock),
      // At the head of the page stands the date that runs, a promise aside, which the department dated itself.
      whyDue: isReplyDue ? why : early ? whyEarly(clocks, assignment, early, moving) : null,
      why: isReplyDue ? null : why,
      longestUntil: longestUntil(clocks, assignment, acceptedAt, now()),
      measureLamps: Object.fromEntries(promised.map(({ id, dueOn }) => [id, lampUntil(dueOn, clock)])),
      returning: returnState(assignment, today),
      missing: isNear && assignment.stage === "waiting" ? writeOffSteps(assignment) : null,
      departments:
        open === "returnAssignment" ? await otherDepartments(tx, actor, today, localeOf(context)) : [],
      // Whoever signs usually handles; an approver names somebody.
      officer: assignment.officer ?? (actor.post === "officer" ? actor.name : ""),
      commandId: newId(),
      isDone: url.searchParams.has("done"),
    };
  });
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = only(context, "department");
  const type = actOf(params.act) ?? notFound();
  const found = await read(context, (tx) => findAssignment(tx, actor, params.code));
  if (!found) notFound();
  const failed = await actFromForm(actor, { code: params.code }, type, request);
  if (failed) return data(failed, failed.refusal === "stale" ? 409 : 422);
  return redirect(`/department/assignments/${params.code}?done=1`);
}

export default function AssignmentPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords();
  const { assignment, isDone, acts, measureLamps, turn } = loaderData;
  const mayNow = loaderData.open && acts.includes(loaderData.open);
  // A form that came back stays open, even if the act is no longer possible: what was typed is in it.
  const open = mayNow || actionData ? loaderData.open : null;
  const part = words.department.lead(words.office.assignmentParts[assignment.part], assignment.round);
  const status = stageName(words, turn);
  return (
    <>
      <title>{words.door.title(`${assignment.code} ${status}`)}</title>
      {isDone && !open ? <NoticeBanner tone="success">{words.department.done}</NoticeBanner> : null}
      <PageHead
        title={titleOf(assignment.brief) || words.erasure.gone}
        eyebrow={`${assignment.code} · ${part} · ${status}`}
        lead={<Turn {...loaderData} />}
        aside={
          loaderData.lamp ? (
            <>
              <Lamp {...loaderData.lamp} />
              {loaderData.whyDue ? <WhyDate why={loaderData.whyDue} isFloating /> : null}
            </>
          ) : null
        }
        actions={
          <span className="phone:hidden">
            <PrintButton label={words.department.print} />
          </span>
        }
      />
      <SentBack assignment={assignment} />
      <UrgingLinks letters={loaderData.letters} path={`/department/assignments/${assignment.code}/urgings`} />
      <AssignmentActs {...loaderData} open={open} failed={actionData ?? null} />
      <Columns side={<AssignmentFacts {...loaderData} />}>
        <AssignmentCourse assignment={assignment} acts={acts} lamps={measureLamps} />
      </Columns>
    </>
  );
}

type TurnProps = Pick<
  Route.ComponentProps["loaderData"],
  "assignment" | "turn" | "due" | "lamp" | "returning"
>;

/** Whose turn it is and by when, in a sentence. */
function Turn({ assignment, turn, due, lamp, returning }: TurnProps) {
  const { turns } = useWords().department;
  const format = useFormat();
  if (turn === "settled") return turns.settled(format.day(dayOf(new Date(assignment.settledAt ?? 0))));
  const isLate = lamp?.lamp === "red";
  if (due.what === "contact")
    return turns[isLate ? "contactLate" : "contact"](format.due(due.on), format.due(assignment.replyDueOn));
  if (turn === "dispatched" && !isLate && returning === "open")
    return turns.dispatchedOrReturned(format.due(due.on));
  if (turn === "dispatched" || turn === "signed" || turn === "redo" || turn === "measure")
    return turns[isLate ? (`${turn}Late` as const) : turn](format.due(due.on));
  return turns[turn];
}
