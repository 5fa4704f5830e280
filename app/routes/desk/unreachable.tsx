import { data, redirect } from "react-router";
import { openUnreachable, settleUnreachable } from "../../domain/notice/unreachable.server.ts";
import { now } from "../../http/environment.ts";
import { formOf, isId, textIn } from "../../http/forms.ts";
import { localeOf, notFound, only } from "../../http/guards.ts";
import { read } from "../../http/reader.ts";
import { wordsOf } from "../../i18n/dictionaries.ts";
import { useFormat, useLocale, useWords } from "../../i18n/use-words.ts";
import { ActForm } from "../../ui/act-form.tsx";
import { TextLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Facts } from "../../ui/facts.tsx";
import { NoticeBanner } from "../../ui/notice-banner.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { StatusChip } from "../../ui/status-chip.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import type { Route } from "./+types/unreachable.ts";

const path = "/desk/unreachable";
const MOST_NOTE = 1000;

// /desk/unreachable, /desk/unreachable/<id>
export async function loader({ context, params, url }: Route.LoaderArgs) {
  only(context, "intake");
  const rows = await read(context, openUnreachable);
  const open = params.id ? (rows.find(({ id }) => id === params.id) ?? notFound()) : null;
  return {
    // A telephone number is shown for the one who is being called, not for the list.
    rows: rows.map(({ mobile: _, ...row }) => row),
    open,
    isSettled: url.searchParams.has("settled"),
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const actor = only(context, "intake");
  const id = params.id && isId(params.id) ? params.id : notFound();
  const { reach: words, door } = wordsOf(localeOf(context));
  const note = textIn(await formOf(request), "note");
  if (!note) return data({ note, errors: { note: words.noteRequired }, refusal: null }, 422);
  if (note.length > MOST_NOTE)
    return data({ note, errors: { note: door.errors.tooLong(MOST_NOTE) }, refusal: null }, 422);
  if (await settleUnreachable(actor, id, note, now())) return redirect(`${path}?settled`);
  return data({ note, errors: {}, refusal: words.gone }, 409);
}

type Loaded = Route.ComponentProps["loaderData"];
type Row = Loaded["rows"][number];

export default function Unreachable({ loaderData, actionData }: Route.ComponentProps) {
  const { reach: words, door } = useWords();
  const { rows, open, isSettled } = loaderData;
  return (
    <>
      <title>{door.title(words.title)}</title>
      <PageHead title={words.title} lead={words.lead} />
      {isSettled ? <NoticeBanner tone="success">{words.settled}</NoticeBanner> : null}
      {open ? <Settle key={open.id} open={open} answered={actionData} /> : null}
      <DataTable
        caption={words.title}
        columns={useColumns()}
        rows={rows}
        rowKey={(row) => row.id}
        empty={<Empty title={words.none}>{words.noneText}</Empty>}
      />
    </>
  );
}

interface SettleProps {
  open: NonNullable<Loaded["open"]>;
  answered: Route.ComponentProps["actionData"];
}

function Settle({ open, answered }: SettleProps) {
  const words = useWords().reach;
  const nameOf = useName();
  return (
    <div className="mb-4">
      <Card title={words.settleTitle(nameOf(open))}>
        <p className="mb-3 text-soft">{words.settleLead}</p>
        <Facts
          items={[
            { term: words.email, value: open.email },
            {
              term: words.mobile,
              value: open.mobile ? <a href={`tel:${open.mobile}`}>{open.mobile}</a> : words.noMobile,
            },
          ]}
        />
        <ActForm
          action={`${path}/${open.id}`}
          values={{ note: answered?.note }}
          errors={answered?.errors}
          refusal={answered?.refusal}
          submit={words.save}
          cancel={{ to: path, label: useWords().ui.cancel }}
          className="mt-3"
        >
          <TextArea name="note" label={words.note} maxLength={MOST_NOTE} required />
        </ActForm>
      </Card>
    </div>
  );
}

function useName() {
  const isEnglish = useLocale() === "en";
  return ({ name, nameEn }: Pick<Row, "name" | "nameEn">) => (isEnglish ? (nameEn ?? name) : name);
}

function useColumns(): Column<Row>[] {
  const { reach: words, office } = useWords();
  const format = useFormat();
  const isEnglish = useLocale() === "en";
  const nameOf = useName();
  const unitOf = (row: Row) =>
    row.point ?? (isEnglish ? row.departmentEn : row.department) ?? office.roles[row.role];
  const whyOf = (why: string) => words.whys[why as keyof typeof words.whys] ?? why;
  return [
    { key: "name", head: words.name, rowHeader: true, cell: nameOf },
    {
      key: "unit",
      head: words.unit,
      cell: (row) =>
        row.pointCode ? (
          <TextLink to={`/desk/points?q=${row.pointCode}`}>{unitOf(row)}</TextLink>
        ) : (
          unitOf(row)
        ),
    },
    { key: "email", head: words.email, cell: (row) => <span className="break-all">{row.email}</span> },
    {
      key: "why",
      head: words.why,
      width: "narrow",
      cell: (row) => <StatusChip label={whyOf(row.why)} tone="amber" />,
    },
    { key: "since", head: words.since, width: "narrow", cell: (row) => format.instant(row.since) },
    {
      key: "acts",
      head: words.acts,
      headHidden: true,
      width: "narrow",
      cell: (row) => (
        <TextLink to={`${path}/${row.id}`}>
          {words.settle}
          <span className="sr-only">{nameOf(row)}</span>
        </TextLink>
      ),
    },
  ];
}
