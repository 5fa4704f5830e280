import { useWords } from "../i18n/use-words.ts";
import { controlLook, FieldFrame, type FieldProps, oneValue, useField } from "./field.tsx";
import { Icon } from "./icon.tsx";

export interface Option {
  value: string;
  label: string;
  /** Shown below the label where there is room for it. */
  hint?: string;
}

export interface OptionGroup {
  label: string;
  options: readonly Option[];
}

interface SelectFieldProps extends FieldProps {
  options: readonly (Option | OptionGroup)[];
  /** The words of the empty choice; "please choose" unless told otherwise. */
  placeholder?: string;
}

/** One out of a list too long to show. */
export function SelectField({ options, placeholder, ...field }: SelectFieldProps) {
  const words = useWords().ui;
  const state = useField(field);
  return (
    <FieldFrame field={field} state={state}>
      <div className="relative">
        <select
          {...state.control}
          defaultValue={oneValue(state) ?? ""}
          className={`${controlLook} appearance-none pr-9`}
        >
          <option value="">{placeholder ?? words.choose}</option>
          <Options options={options} />
        </select>
        <Icon
          name="chevron"
          className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-soft"
        />
      </div>
    </FieldFrame>
  );
}

/** The options of a select, in groups or not. */
export function Options({ options }: { options: readonly (Option | OptionGroup)[] }) {
  return options.map((option) =>
    "options" in option ? (
      <optgroup key={option.label} label={option.label}>
        <Options options={option.options} />
      </optgroup>
    ) : (
      <option key={option.value} value={option.value}>
        {option.label}
      </option>
    ),
  );
}
