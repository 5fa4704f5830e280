import { type ClockRule, defaultSpans } from "../../domain/clock/defaults.ts";
import type { Words } from "../../i18n/dictionaries.ts";
import { useFormat, useLocale, useWords } from "../../i18n/use-words.ts";
import { ActForm } from "../../ui/act-form.tsx";
import { TextLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { PeriodRow } from "./settings.tsx";

interface FormProps {
  period: PeriodRow;
  answered?: { values: Record<string, string>; errors: Record<string, string | undefined> };
}

/** What a period may be set to: any number of days, or no more than a law gives. */
export function countHint({ clock, settings }: Words, rule: ClockRule): string {
  const { unit, count, source } = defaultSpans[rule];
  return source === "officePractice" ? settings.countFault : settings.countByLaw(clock.span[unit](count));
}

/** The form that sets one period. */
export function PeriodForm({ period, answered }: FormProps) {
  const words = useWords();
  const { clock, settings, ui } = words;
  const { rule, unit, count } = period;
  return (
    <div className="mb-4">
      <Card title={settings.changePeriod(clock.rules[rule])}>
        <ActForm
          values={answered?.values ?? { count: String(count) }}
          errors={answered?.errors}
          submit={settings.save}
          cancel={{ to: "/admin/settings", label: ui.cancel }}
        >
          <TextField
            name="count"
            label={settings.count}
            hint={countHint(words, rule)}
            inputMode="numeric"
            maxLength={3}
            suffix={clock.units[unit]}
            required
          />
          <TextArea name="reason" label={settings.reason} maxLength={500} required />
        </ActForm>
      </Card>
    </div>
  );
}

/** Every period with its source, and how it came to be what it is. */
export function PeriodTable({ periods }: { periods: readonly PeriodRow[] }) {
  const { settings } = useWords();
  return (
    <DataTable caption={settings.periods} columns={useColumns()} rows={periods} rowKey={(row) => row.rule} />
  );
}

function useColumns(): Column<PeriodRow>[] {
  const { clock, settings } = useWords();
  const sourceOf = ({ source, count, begins }: PeriodRow) =>
    clock.sources[count === begins ? source : "officeSetting"];
  return [
    { key: "rule", head: settings.period, cell: (row) => clock.rules[row.rule] },
    {
      key: "length",
      head: settings.length,
      width: "narrow",
      cell: (row) => clock.span[row.unit](row.count),
    },
    { key: "source", head: settings.source, cell: sourceOf },
    { key: "since", head: settings.since, width: "wide", cell: (row) => <History row={row} /> },
    {
      key: "change",
      head: settings.change,
      headHidden: true,
      width: "narrow",
      cell: (row) => (
        <TextLink to={`/admin/settings/${row.rule}`}>
          {settings.change}
          <span className="sr-only">{clock.rules[row.rule]}</span>
        </TextLink>
      ),
    },
  ];
}

function History({ row: { history } }: { row: PeriodRow }) {
  const { settings } = useWords();
  const [latest, ...earlier] = history;
  if (!latest) return <span className="text-soft">{settings.asBegun}</span>;
  return (
    <>
      <Setting one={latest} />
      {earlier.length > 0 ? (
        <details className="text-small">
          <summary className="min-h-6 cursor-pointer">{settings.earlier(earlier.length)}</summary>
          {earlier.map((one) => (
            <Setting key={String(one.validFrom)} one={one} />
          ))}
        </details>
      ) : null}
    </>
  );
}

function Setting({ one }: { one: PeriodRow["history"][number] }) {
  const { clock, settings } = useWords();
  const format = useFormat();
  const name = useLocale() === "en" ? (one.byEn ?? one.by) : one.by;
  return (
    <p>
      {clock.span[one.unit](one.count)}{" "}
      <span className="text-small text-soft">
        {settings.sinceLine(format.instant(one.validFrom), name, one.reason)}
      </span>
    </p>
  );
}
