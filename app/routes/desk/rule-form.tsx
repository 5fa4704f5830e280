import { useFormat, useLocale, useWords } from "../../i18n/use-words.ts";
import { sayErrors } from "../../ui/act-fields.tsx";
import { ActForm } from "../../ui/act-form.tsx";
import { DateField } from "../../ui/date-field.tsx";
import { StaleBanner } from "../../ui/notice-banner.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { RuleAnswered, RulesLoaded } from "./rules.tsx";

/** The field that a refusal is about, beside which it is said. */
const besideOf = {
  notAllowed: null,
  noSuchDepartment: "department",
  noSuchComplaint: "numbers",
  dateInFuture: "madeOn",
} as const;

/** What a department made, when, and because of which complaints: a new one, or one that is being changed. */
export function RuleForm({ loaded, answered }: { loaded: RulesLoaded; answered: RuleAnswered }) {
  const words = useWords();
  const { desk } = words;
  const locale = useLocale();
  const { edited, departments, commandId, number } = loaded;
  const refusal = answered?.refusal ?? null;
  const refused = refusal && desk.ruleRefusals[refusal](answered?.numbers.join(" ") ?? "");
  const beside = refusal && besideOf[refusal];
  const stored = edited && {
    ...edited,
    department: edited.departmentId,
    numbers: edited.numbers.join("\n"),
    version: String(edited.version),
  };
  return (
    <>
      {answered?.stored ? <Stored rule={answered.stored} /> : null}
      <ActForm
        action={edited ? `/desk/rules?edit=${edited.id}` : "/desk/rules?new"}
        values={answered?.values ?? stored ?? (number ? { numbers: number } : undefined)}
        labels={{
          title: desk.ruleTitle,
          summary: desk.ruleSummary,
          department: desk.ruleDepartment,
          madeOn: desk.madeOn,
          numbers: desk.linked,
        }}
        errors={{
          ...sayErrors(words, answered?.errors),
          ...(beside && refused ? { [beside]: refused } : {}),
        }}
        refusal={beside ? undefined : refused}
        version={edited?.version}
        submit={edited ? desk.saveRule : desk.recordRule}
        cancel={{ to: "/desk/rules", label: words.ui.cancel }}
        asksBeforeLeaving
      >
        <input type="hidden" name="commandId" value={commandId} />
        <TextField name="title" label={desk.ruleTitle} maxLength={120} required />
        <TextArea name="summary" label={desk.ruleSummary} maxLength={4000} required />
        <SelectField
          name="department"
          label={desk.ruleDepartment}
          placeholder={words.ui.choose}
          options={departments.map((one) => ({
            value: one.id,
            label: locale === "en" ? one.nameEn : one.name,
          }))}
          required
        />
        <DateField name="madeOn" label={desk.madeOn} required />
        <TextArea name="numbers" label={desk.linked} hint={desk.linkedHint} maxLength={4000} rows={2} />
      </ActForm>
    </>
  );
}

/** Somebody else changed it first: what they stored. */
function Stored({ rule }: { rule: NonNullable<NonNullable<RuleAnswered>["stored"]> }) {
  const { desk } = useWords();
  const format = useFormat();
  const locale = useLocale();
  const department = locale === "en" ? rule.departmentEn : rule.department;
  const what = desk.ruleNow(rule.title, department, format.day(rule.madeOn), rule.numbers.join(" "));
  return (
    <StaleBanner changes={[{ what }]}>
      <p className="mt-1">{rule.summary}</p>
    </StaleBanner>
  );
}
