import type { DepartmentRow } from "../../domain/ledger/dossier.server.ts";
import { useLocale, useWords } from "../../i18n/use-words.ts";
import { sayErrors } from "../../ui/act-fields.tsx";
import { ActForm } from "../../ui/act-form.tsx";
import { DateField } from "../../ui/date-field.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { RuleAnswered } from "./rules.tsx";

interface RuleFormProps {
  departments: readonly DepartmentRow[];
  commandId: string;
  answered: RuleAnswered;
}

/** What a department made, when, and because of which complaints. */
export function RuleForm({ departments, commandId, answered }: RuleFormProps) {
  const words = useWords();
  const { desk } = words;
  const locale = useLocale();
  const refusal =
    answered && "refusal" in answered
      ? desk.ruleRefusals[answered.refusal](answered.numbers.join("、"))
      : undefined;
  return (
    <ActForm
      action="/desk/rules"
      values={answered?.values}
      errors={answered && "errors" in answered ? sayErrors(words, answered.errors) : undefined}
      refusal={refusal}
      submit={desk.recordRule}
      cancel={{ to: "/desk/rules", label: words.ui.cancel }}
    >
      <input type="hidden" name="commandId" value={commandId} />
      <TextField name="title" label={desk.ruleTitle} maxLength={120} required />
      <TextArea name="summary" label={desk.ruleSummary} maxLength={4000} required />
      <SelectField
        name="department"
        label={desk.ruleDepartment}
        options={departments.map((one) => ({
          value: one.id,
          label: locale === "en" ? one.nameEn : one.name,
        }))}
        required
      />
      <DateField name="madeOn" label={desk.madeOn} required />
      <TextArea name="numbers" label={desk.linked} hint={desk.linkedHint} rows={2} />
    </ActForm>
  );
}
