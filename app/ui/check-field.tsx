import { FieldError, type FieldProps, Hint, useField } from "./field.tsx";

interface CheckFieldProps extends Omit<FieldProps, "defaultValue"> {
  /** What is sent when it is ticked. */
  value?: string;
  defaultChecked?: boolean;
}

/** One thing to agree to or not. */
export function CheckField({
  value = "yes",
  defaultChecked = false,
  label,
  hint,
  ...field
}: CheckFieldProps) {
  const state = useField({ ...field, hint });
  const stored = state.value;
  const checked = stored === undefined ? defaultChecked : stored === value || stored.includes(value);
  return (
    <div className="max-w-[46rem]">
      <label className="flex min-h-11 items-start gap-2.5 py-1.5 desk:min-h-8">
        <input
          {...state.control}
          type="checkbox"
          value={value}
          defaultChecked={checked}
          className="mt-1 size-4.5 shrink-0 accent-action"
        />
        <span>{label}</span>
      </label>
      <div className="pl-7">
        <Hint id={state.hintId}>{hint}</Hint>
        <FieldError id={state.errorId}>{state.error}</FieldError>
      </div>
    </div>
  );
}
