import { Form } from "react-router";
import type { YearAct } from "../../http/calendar-form.ts";
import { useFormat, useLocale, useWords } from "../../i18n/use-words.ts";
import { ActForm } from "../../ui/act-form.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { Columns } from "../../ui/columns.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { DateField } from "../../ui/date-field.tsx";
import { Empty } from "../../ui/empty.tsx";
import { StatusChip } from "../../ui/status-chip.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { CalendarAnswer, CalendarData } from "./calendar.tsx";

interface YearProps {
  loaded: CalendarData;
  answered: CalendarAnswer;
}

/** One year: its days, and the ways to change them. */
export function CalendarYear(props: YearProps) {
  const { loaded } = props;
  return (
    <Columns
      side={
        <>
          {loaded.isLoaded ? <AddDay {...props} /> : null}
          <Published {...props} />
          <Changes loaded={loaded} />
        </>
      }
    >
      <Days loaded={loaded} />
      <Pasted {...props} />
    </Columns>
  );
}

/** What was typed into the form of an act and what is wrong with it, for an act that was just refused. */
const answerOf = (answered: CalendarAnswer, act: YearAct) => {
  if (answered?.act !== act) return {};
  const { values, errors, refusal } = answered;
  return { values, errors, refusal };
};

const actionOf = (year: number, act: YearAct) => `/admin/calendar/${year}/${act}`;

function Days({ loaded }: Pick<YearProps, "loaded">) {
  const { settings } = useWords();
  return (
    <DataTable
      caption={settings.days}
      columns={useColumns(loaded.year)}
      rows={loaded.days}
      rowKey={(row) => row.day}
      empty={<Empty title={settings.noDays}>{loaded.isLoaded ? null : settings.notLoadedNext}</Empty>}
    />
  );
}

function useColumns(year: number): Column<CalendarData["days"][number]>[] {
  const { settings } = useWords();
  const format = useFormat();
  return [
    { key: "day", head: settings.day, width: "narrow", cell: (row) => format.weekday(row.day) },
    {
      key: "kind",
      head: settings.kind,
      width: "narrow",
      cell: (row) => (
        <StatusChip label={settings.kinds[row.kind]} tone={row.kind === "holiday" ? "green" : "amber"} />
      ),
    },
    { key: "name", head: settings.name, cell: (row) => row.name },
    {
      key: "remove",
      head: settings.remove,
      headHidden: true,
      width: "narrow",
      cell: (row) => (
        <Form method="post" action={actionOf(year, "remove")} preventScrollReset>
          <input type="hidden" name="day" value={row.day} />
          <Button tone="quiet">
            <span aria-hidden>{settings.remove}</span>
            <span className="sr-only">{settings.removeDay(format.day(row.day), row.name)}</span>
          </Button>
        </Form>
      ),
    },
  ];
}

function AddDay({ loaded: { year }, answered }: YearProps) {
  const { settings } = useWords();
  return (
    <Card title={settings.add}>
      <ActForm
        action={actionOf(year, "add")}
        {...answerOf(answered, "add")}
        idPrefix="add-"
        submit={settings.addSubmit}
      >
        <DateField name="day" label={settings.day} min={`${year}-01-01`} max={`${year}-12-31`} required />
        <ChoiceField
          name="kind"
          label={settings.kind}
          options={[
            { value: "holiday", label: settings.kinds.holiday },
            { value: "makeUpWorkday", label: settings.kinds.makeUpWorkday },
          ]}
          layout="chips"
          defaultValue="holiday"
          required
        />
        <TextField name="name" label={settings.name} maxLength={20} required />
      </ActForm>
    </Card>
  );
}

function Pasted({ loaded: { year, isLoaded }, answered }: YearProps) {
  const { settings } = useWords();
  return (
    <Card title={settings.paste}>
      <ActForm
        action={actionOf(year, "paste")}
        {...answerOf(answered, "paste")}
        idPrefix="paste-"
        submit={settings.pasteSubmit}
        tone={isLoaded ? "danger" : "primary"}
        below={isLoaded ? <p className="text-small text-soft">{settings.pasteReplaces}</p> : null}
      >
        <TextArea name="list" label={settings.days} hint={settings.pasteHint} rows={8} required />
      </ActForm>
    </Card>
  );
}

function Published({ loaded: { year, isInPackage, isLoaded }, answered }: YearProps) {
  const { settings } = useWords();
  return (
    <Card title={settings.package}>
      {isInPackage ? (
        <ActForm
          action={actionOf(year, "package")}
          {...answerOf(answered, "package")}
          submit={settings.packageSubmit}
          tone={isLoaded ? "danger" : "primary"}
        >
          <p>{settings.packageText}</p>
        </ActForm>
      ) : (
        <p className="text-soft">{settings.packageMissing}</p>
      )}
    </Card>
  );
}

function Changes({ loaded: { changes } }: Pick<YearProps, "loaded">) {
  const { settings } = useWords();
  const format = useFormat();
  const isEnglish = useLocale() === "en";
  return (
    <Card title={settings.changes}>
      {changes.length === 0 ? <p className="text-soft">{settings.noChanges}</p> : null}
      <ul className="space-y-1 text-small">
        {changes.map(({ id, at, by, byEn, before, after }) => (
          <li key={id}>
            {settings.changeLine(
              format.instant(at),
              isEnglish ? (byEn ?? by) : by,
              format.number(before.length),
              format.number(after.length),
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
