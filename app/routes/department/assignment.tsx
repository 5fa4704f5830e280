import { data, redirect } from "react-router";
import { dueOf, findAssignment, otherDepartments } from "../../domain/assignment/view.server.ts";
import { loadCalendar } from "../../domain/clock/calendar.server.ts";
import { officeDay } from "../../domain/clock/day.ts";
import { lamp } from "../../domain/clock/lamp.ts";
import { commandOfSlug, slugOf } from "../../domain/complaint/commands.ts";
import { departmentActs, lifecycle } from "../../domain/complaint/lifecycle.ts";
import { newId } from "../../domain/people/new-id.ts";
import { now } from "../../http/environment.ts";
import { localeOf, notFound, only } from "../../http/guards.ts";
import { actFromForm } from "../../http/portal-act.server.ts";
import { read } from "../../http/reader.ts";
import { useWords } from "../../i18n/use-words.ts";
import { ActBar } from "../../ui/act-bar.tsx";
import { AssignmentCourse, AssignmentFacts } from "../../ui/assignment.tsx";
import { Columns } from "../../ui/columns.tsx";
import { Lamp } from "../../ui/lamp.tsx";
import { NoticeBanner } from "../../ui/notice-banner.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { PortalActForm } from "../../ui/portal-act-form.tsx";
import type { Route } from "./+types/assignment.ts";

function actOf(slug: string | undefined) {
  if (slug === undefined) return null;
  const type = commandOfSlug(slug);
  if (!type || !lifecycle[type].by.includes("department")) notFound();
  return type;
}

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const actor = only(context, "department");
  const open = actOf(params.act);
  const today = officeDay(now());
  return read(context, async (tx) => {
    const assignment = (await findAssignment(tx, actor, params.code)) ?? notFound();
    const { status } = assignment;
    const promised = assignment.measures.filter((one) => one.status === "promised");
    // Measures come by date: the first promised one is the next to keep.
    const due = dueOf({ ...assignment, measureDueOn: promised[0]?.dueOn ?? null });
    const endedOn = due.endedAt ? officeDay(due.endedAt) : null;
    const reading = { dueOn: due.on, endedOn, paused: status === "returning", today };
    return {
      assignment,
      open,
      // A measure is reported at the measure itself, where it is plain which one is meant.
      acts: departmentActs(status).filter((type) => type !== "reportMeasure"),
      canReport: departmentActs(status).includes("reportMeasure"),
      measureId: url.searchParams.get("measure") ?? undefined,
      lamp: status === "recalled" ? null : lamp({ ...reading, calendar: await loadCalendar(tx) }),
      departments:
        open === "returnAssignment" ? await otherDepartments(tx, actor, today, localeOf(context)) : [],
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
  const { assignment, isDone, canReport, acts } = loaderData;
  const mayNow =
    loaderData.open === "reportMeasure" ? canReport : loaderData.open && acts.includes(loaderData.open);
  // A form that came back stays open, even if the act is no longer possible: what was typed is in it.
  const open = mayNow || actionData ? loaderData.open : null;
  const status = words.office.assignmentStatuses[assignment.status];
  return (
    <>
      <title>{words.door.title(`${assignment.code} ${status}`)}</title>
      {isDone && !open ? <NoticeBanner tone="success">{words.department.done}</NoticeBanner> : null}
      <PageHead
        title={assignment.code}
        eyebrow={words.department.lead(words.office.assignmentParts[assignment.part], assignment.round)}
        lead={status}
        aside={loaderData.lamp ? <Lamp {...loaderData.lamp} /> : null}
      />
      <Acts {...loaderData} open={open} failed={actionData ?? null} />
      <Columns side={<AssignmentFacts assignment={assignment} />}>
        <AssignmentCourse assignment={assignment} canReport={canReport} />
      </Columns>
    </>
  );
}

type Loaded = Route.ComponentProps["loaderData"];
type ActsProps = Pick<Loaded, "assignment" | "open" | "acts" | "commandId" | "departments" | "measureId"> & {
  failed: Route.ComponentProps["actionData"] | null;
};

function Acts({ assignment, open, acts, commandId, departments, measureId, failed }: ActsProps) {
  const words = useWords();
  const path = `/department/assignments/${assignment.code}`;
  const measure = assignment.measures.find((one) => one.id === (failed?.values.measureId ?? measureId));
  return (
    <ActBar
      acts={acts.map((type) => ({
        key: type,
        label: words.office.commands[type].label,
        to: `${path}/${slugOf(type)}`,
      }))}
      open={open}
      idle={words.department.idle}
    >
      {open ? (
        <PortalActForm
          type={open}
          failed={failed ?? null}
          version={assignment.version}
          commandId={commandId}
          measureId={measure?.id}
          cancelTo={path}
          action={`${path}/${slugOf(open)}${measure ? `?measure=${measure.id}` : ""}`}
          departments={departments}
        >
          {open === "reportMeasure" && measure ? <p className="font-semibold">{measure.words}</p> : null}
        </PortalActForm>
      ) : null}
    </ActBar>
  );
}
