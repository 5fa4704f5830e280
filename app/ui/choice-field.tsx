import { FieldError, type FieldProps, type FieldState, Hint, Optional, useField } from "./field.tsx";
import type { Option } from "./select-field.tsx";

interface ChoiceFieldProps extends Omit<FieldProps, "defaultValue"> {
  options: readonly Option[];
  /** Several may be chosen: checkboxes in place of radio buttons. */
  multiple?: boolean;
  /** "list" has one below the other with room for a hint each, "tiles" side by side. */
  layout?: "chips" | "list" | "tiles";
  defaultValue?: string | readonly string[];
  /** Only spoken, where the card around it has the same title. */
  labelHidden?: boolean;
}

const layouts = {
  chips: "flex flex-wrap gap-2",
  list: "grid gap-2",
  tiles: "grid gap-2 desk:grid-cols-3",
};

/** One or several out of a few, all to be seen at once. */
export function ChoiceField({
  options,
  multiple = false,
  layout = "chips",
  label,
  labelHidden = false,
  ...field
}: ChoiceFieldProps) {
  const state = useField(field);
  const { control, error } = state;
  return (
    <fieldset className="max-w-[46rem]" aria-describedby={control["aria-describedby"]}>
      <legend className={labelHidden ? "sr-only" : "mb-1 font-semibold"}>
        {label}
        <Optional required={field.required} />
      </legend>
      <Hint id={state.hintId}>{field.hint}</Hint>
      <div className={layouts[layout]}>
        {options.map((option, index) => (
          <Choice
            key={option.value}
            option={option}
            // The first has the field's own id, so that the summary of errors leads to it.
            id={index === 0 ? control.id : `${control.id}-${option.value}`}
            multiple={multiple}
            isChip={layout === "chips"}
            state={state}
          />
        ))}
      </div>
      <FieldError id={state.errorId}>{error}</FieldError>
    </fieldset>
  );
}

interface ChoiceProps {
  option: Option;
  id: string;
  multiple: boolean;
  isChip: boolean;
  state: FieldState;
}

const box = "flex min-h-11 gap-2.5 border bg-card px-3 has-checked:border-action has-checked:bg-blue-wash";

function Choice({ option, id, multiple, isChip, state: { control, value } }: ChoiceProps) {
  const checked =
    typeof value === "string" ? value === option.value : (value?.includes(option.value) ?? false);
  const look = isChip
    ? "items-center rounded-full has-checked:text-blue has-checked:font-semibold desk:min-h-8"
    : "items-start rounded-md py-2.5";
  return (
    <label className={`${box} ${look} ${control["aria-invalid"] ? "border-red" : "border-line"}`}>
      <input
        id={id}
        type={multiple ? "checkbox" : "radio"}
        name={control.name}
        value={option.value}
        defaultChecked={checked}
        disabled={control.disabled}
        required={multiple ? undefined : control.required}
        className={`size-4 shrink-0 accent-action ${isChip ? "" : "mt-1"}`}
      />
      <span>
        {option.label}
        {option.hint ? <span className="block text-small font-normal text-soft">{option.hint}</span> : null}
      </span>
    </label>
  );
}
