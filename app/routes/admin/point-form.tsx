import { useActionData } from "react-router";
import { DISTRICTS, INDUSTRIES, POINT_SIZES, POINT_STATUSES } from "../../../db/vocabulary.ts";
import { useWords } from "../../i18n/use-words.ts";
import { ActForm } from "../../ui/act-form.tsx";
import { DateField } from "../../ui/date-field.tsx";
import { Facts } from "../../ui/facts.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { action, PointsData } from "./points.tsx";

const optionsOf = <T extends string>(codes: readonly T[], words: Record<T, string>) =>
  codes.map((value) => ({ value, label: words[value] }));

/** The form of a liaison point, a new one or one that changes. */
export function PointForm({ point }: { point: PointsData["open"] }) {
  const { office, points: words, ui } = useWords();
  const answer = useActionData<typeof action>();
  const { columns } = words;
  return (
    <>
      {point ? (
        <div className="mb-4">
          <Facts
            items={[
              { term: words.code, value: point.code },
              { term: columns.creditCode, value: point.creditCode },
            ]}
          />
        </div>
      ) : null}
      <ActForm
        values={answer?.values ?? { ...point, version: undefined }}
        errors={answer?.errors}
        refusal={answer && "refusal" in answer ? answer.refusal : undefined}
        version={point?.version}
        submit={words.save}
        cancel={{ to: "/admin/points", label: ui.cancel }}
      >
        <TextField name="name" label={columns.name} required />
        <TextField name="shortName" label={columns.shortName} hint={words.shortNameHint} />
        {point ? null : <TextField name="creditCode" label={columns.creditCode} required />}
        <SelectField
          name="district"
          label={columns.district}
          options={optionsOf(DISTRICTS, office.districts)}
          required
        />
        <SelectField
          name="industry"
          label={columns.industry}
          options={optionsOf(INDUSTRIES, office.industries)}
          required
        />
        <SelectField
          name="size"
          label={columns.size}
          options={optionsOf(POINT_SIZES, office.pointSizes)}
          required
        />
        <DateField name="termStartsOn" label={columns.termStartsOn} required />
        <DateField name="termEndsOn" label={columns.termEndsOn} hint={words.termEndsHint} />
        {point ? (
          <SelectField
            name="status"
            label={words.status}
            options={optionsOf(POINT_STATUSES, office.pointStatuses)}
            required
          />
        ) : null}
      </ActForm>
    </>
  );
}
