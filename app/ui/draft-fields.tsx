import { CONDUCTS, FIELDS, KINDS } from "../../db/vocabulary.ts";
import type { DraftStep } from "../domain/complaint/draft-steps.ts";
import { useWords } from "../i18n/use-words.ts";
import { CheckField } from "./check-field.tsx";
import { ChoiceField } from "./choice-field.tsx";
import { DateField } from "./date-field.tsx";
import { useFormScope } from "./form-scope.tsx";
import { SelectField } from "./select-field.tsx";
import { TextArea } from "./text-area.tsx";
import { TextField } from "./text-field.tsx";

const optionsOf = (codes: readonly string[], labels: Readonly<Record<string, string>>) =>
  codes.map((code) => ({ value: code, label: labels[code] ?? code }));

/** The fields of one step of a submission. */
export function DraftFields({ step }: { step: DraftStep }) {
  if (step === "what") return <WhatFields />;
  if (step === "who") return <WhoFields />;
  return step === "disclosure" ? <DisclosureField /> : null;
}

function WhatFields() {
  const { office, ui } = useWords();
  const { inputs } = office;
  return (
    <>
      <ChoiceField name="kind" label={inputs.kind} options={optionsOf(KINDS, office.kinds)} required />
      <SelectField
        name="field"
        label={inputs.field}
        options={optionsOf(FIELDS, office.fields)}
        placeholder={ui.choose}
        required
      />
      <SelectField
        name="conduct"
        label={inputs.conduct}
        options={optionsOf(CONDUCTS, office.conducts)}
        placeholder={ui.choose}
        required
      />
      <TextField name="title" label={inputs.title} maxLength={60} required />
      <TextArea name="description" label={inputs.description} rows={8} maxLength={4000} required />
    </>
  );
}

function WhoFields() {
  const { liaison, office } = useWords();
  const { inputs } = office;
  return (
    <>
      <TextField name="about" label={inputs.about} maxLength={120} required />
      <TextField name="place" label={inputs.place} maxLength={120} />
      <DateField name="sinceOn" label={inputs.sinceOn} />
      <CheckField
        name="aboutCommission"
        value="on"
        label={inputs.aboutCommission}
        hint={liaison.hints.aboutCommission}
      />
    </>
  );
}

function DisclosureField() {
  const { office, liaison } = useWords();
  const said = useFormScope().values.disclosure;
  const codes = ["confidential", "sealed", "named"] as const;
  const options = codes.map((code) => ({
    value: code,
    label: office.disclosures[code],
    hint: liaison.disclosureHints[code],
  }));
  return (
    <ChoiceField
      name="disclosure"
      label={office.inputs.disclosure}
      options={options}
      layout="list"
      defaultValue={typeof said === "string" ? said : "confidential"}
      required
    />
  );
}
