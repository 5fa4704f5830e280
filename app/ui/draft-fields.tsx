import { CONDUCTS, FIELDS, KINDS } from "../../db/vocabulary.ts";
import type { Day } from "../domain/clock/day.ts";
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

/** The fields of one step of a submission, which tells of what has begun by today. */
export function DraftFields({ step, today }: { step: DraftStep; today: Day }) {
  if (step === "what") return <WhatFields />;
  if (step === "who") return <WhoFields today={today} />;
  return step === "disclosure" ? <DisclosureField /> : null;
}

function WhatFields() {
  const { liaison, office, ui } = useWords();
  const { inputs } = office;
  const { hints } = liaison;
  return (
    <>
      <ChoiceField name="kind" label={inputs.kind} options={optionsOf(KINDS, office.kinds)} required />
      <TextField name="title" label={inputs.title} hint={hints.title} maxLength={60} isCounted required />
      <TextArea name="description" label={inputs.description} rows={8} maxLength={4000} required />
      <SelectField
        name="field"
        label={inputs.field}
        hint={hints.field}
        options={optionsOf(FIELDS, office.fields)}
        placeholder={ui.choose}
        required
      />
      <SelectField
        name="conduct"
        label={inputs.conduct}
        hint={hints.conduct}
        options={optionsOf(CONDUCTS, office.conducts)}
        placeholder={ui.choose}
        required
      />
    </>
  );
}

function WhoFields({ today }: { today: Day }) {
  const { liaison, office } = useWords();
  const { inputs } = office;
  const { hints } = liaison;
  return (
    <>
      <TextField
        name="about"
        label={inputs.about}
        hint={hints.about}
        maxLength={120}
        autoComplete="off"
        isCounted
        required
      />
      <TextField name="place" label={inputs.place} maxLength={120} autoComplete="off" isCounted />
      <DateField name="sinceOn" label={inputs.sinceOn} max={today} />
      <CheckField
        name="aboutCommission"
        value="on"
        label={inputs.aboutCommission}
        hint={hints.aboutCommission}
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
      labelHidden
      required
    />
  );
}
