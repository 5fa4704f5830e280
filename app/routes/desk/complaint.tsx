import { randomUUID } from "node:crypto";
import { data, redirect } from "react-router";
import { loadCalendar } from "../../domain/clock/calendar.server.ts";
import { defaultSpans, replyRule } from "../../domain/clock/defaults.ts";
import { dueOn } from "../../domain/clock/due.ts";
import { type Command, commandFields, commandOfSlug } from "../../domain/complaint/commands.ts";
import { parseFields } from "../../domain/complaint/field.ts";
import { lifecycle, possibleActs } from "../../domain/complaint/lifecycle.ts";
import { perform } from "../../domain/complaint/perform.server.ts";
import { writeOffChecks } from "../../domain/complaint/write-off.ts";
import { listDepartments, loadDossier } from "../../domain/ledger/dossier.server.ts";
import { lampOf } from "../../domain/ledger/reading.ts";
import { now } from "../../http/environment.ts";
import { formOf } from "../../http/forms.ts";
import { notFound, only } from "../../http/guards.ts";
import { read } from "../../http/reader.ts";
import { useWords } from "../../i18n/use-words.ts";
import { Columns } from "../../ui/columns.tsx";
import type { Route } from "./+types/complaint.ts";
import { ActPanel } from "./complaint-parts/act-panel.tsx";
import { Assignments } from "./complaint-parts/assignments.tsx";
import { Course } from "./complaint-parts/course.tsx";
import { Head } from "./complaint-parts/head.tsx";
import { Said } from "./complaint-parts/said.tsx";
import { Side } from "./complaint-parts/side.tsx";

export async function loader({ context, params }: Route.LoaderArgs) {
  const actor = only(context, "intake", "supervisor");
  const at = now();
  const loaded = await read(context, async (tx) => {
    const dossier = await loadDossier(tx, params.number);
    return dossier && { dossier, departments: await listDepartments(tx), calendar: await loadCalendar(tx) };
  });
  if (!loaded) notFound();
  const { dossier, departments, calendar } = loaded;
  const { complaint } = dossier.matter;
  const acts = possibleActs(actor.kind, complaint.status);
  const open = params.act ? commandOfSlug(params.act) : null;
  // An act that only the status forbids is shown as refused; one that isn't this role's has no page.
  if (params.act && !(open && lifecycle[open].by.includes(actor.kind))) notFound();
  const isArrears = complaint.field === "arrears";
  const replyBy = (grade: "A" | "B" | "C") =>
    dueOn(calendar, at, defaultSpans[replyRule(grade, isArrears)]).on;
  return {
    ...dossier,
    departments,
    acts,
    open,
    commandId: randomUUID(),
    lamp: lampOf(complaint, at, calendar),
    checks:
      complaint.status === "clearing" || complaint.status === "rectifying"
        ? writeOffChecks(dossier.matter)
        : [],
    replyBy: { A: replyBy("A"), B: replyBy("B"), C: replyBy("C") },
  };
}

export type Loaded = Awaited<ReturnType<typeof loader>>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const idIn = (form: FormData, name: string) => {
  const value = form.get(name);
  return typeof value === "string" && UUID.test(value) ? value : undefined;
};

const versionIn = (form: FormData) => {
  const value = String(form.get("version") ?? "");
  return /^\d{1,9}$/.test(value) ? Number(value) : undefined;
};

export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = only(context, "intake", "supervisor");
  const type = params.act ? commandOfSlug(params.act) : null;
  if (!type || !lifecycle[type].by.includes(actor.kind)) notFound();
  const form = await formOf(request);
  const values = typedIn(form);
  const parsed = parseFields(commandFields[type], form);
  if (!parsed.ok) return data({ values, errors: parsed.errors }, { status: 422 });
  const performed = await perform(
    actor,
    {
      on: { number: params.number },
      command: { type, ...parsed.values } as Command,
      assignmentId: idIn(form, "assignmentId"),
      measureId: idIn(form, "measureId"),
      version: versionIn(form),
      commandId: idIn(form, "commandId"),
    },
    now(),
  );
  if (performed.ok) return redirect(`/desk/complaints/${params.number}`);
  if (performed.refusal === "notFound") notFound();
  return data({ values, refusal: performed.refusal, since: performed.since ?? [] }, { status: 409 });
}

export type Answered = Route.ComponentProps["actionData"];

/** What was typed, by field; more than one value where several were chosen. */
function typedIn(form: FormData): Record<string, string | string[]> {
  const typed: Record<string, string | string[]> = {};
  for (const name of new Set(form.keys())) {
    const given = form.getAll(name).filter((value) => typeof value === "string");
    typed[name] = given.length > 1 ? given : (given[0] ?? "");
  }
  return typed;
}

export default function Complaint({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords();
  const { complaint } = loaderData.matter;
  return (
    <>
      <title>{`${complaint.number} · ${words.ui.product}`}</title>
      <Head loaded={loaderData} />
      <ActPanel loaded={loaderData} answered={actionData} />
      <Columns side={<Side loaded={loaderData} />}>
        <Said loaded={loaderData} />
        <Assignments loaded={loaderData} />
        <Course loaded={loaderData} />
      </Columns>
    </>
  );
}
