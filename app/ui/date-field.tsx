import { controlLook, FieldFrame, type FieldProps, oneValue, useField } from "./field.tsx";

interface DateFieldProps extends FieldProps {
  /** The first and the last day that can be chosen, "2026-11-22". */
  min?: string;
  max?: string;
}

/** A day. */
export function DateField({ min, max, ...field }: DateFieldProps) {
  const state = useField(field);
  return (
    <FieldFrame field={field} state={state}>
      <input
        {...state.control}
        type="date"
        min={min}
        max={max}
        defaultValue={oneValue(state)}
        className={`${controlLook} max-w-52`}
      />
    </FieldFrame>
  );
}
