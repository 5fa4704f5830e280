import type { ComponentProps, ReactNode } from "react";
import { controlLook, FieldFrame, type FieldProps, oneValue, useField } from "./field.tsx";

type Native = Pick<
  ComponentProps<"input">,
  | "autoComplete"
  | "inputMode"
  | "maxLength"
  | "placeholder"
  | "spellCheck"
  | "min"
  | "max"
  | "step"
  | "readOnly"
>;

interface TextFieldProps extends FieldProps, Native {
  type?: "text" | "email" | "password" | "tel" | "search" | "number" | "url";
  /** The unit, after the field. */
  suffix?: ReactNode;
  /** Values to pick from; others may be typed. */
  list?: readonly string[];
}

/** One line of text. */
export function TextField({ type = "text", suffix, list, ...props }: TextFieldProps) {
  const { label: _, hint: __, error: ___, defaultValue: ____, ...native } = props;
  const state = useField(props);
  const listId = `${state.control.id}-list`;
  return (
    <FieldFrame field={props} state={state}>
      <div className="flex items-center gap-2">
        <input
          {...native}
          {...state.control}
          type={type}
          // A password is never written back into a page.
          defaultValue={type === "password" ? undefined : oneValue(state)}
          list={list ? listId : undefined}
          className={controlLook}
        />
        {suffix ? <span className="shrink-0 text-soft">{suffix}</span> : null}
      </div>
      {list ? (
        <datalist id={listId}>
          {list.map((value) => (
            <option key={value} value={value} />
          ))}
        </datalist>
      ) : null}
    </FieldFrame>
  );
}
