import { type ComponentProps, type ReactNode, useState } from "react";
import { controlLook, FieldFrame, type FieldProps, oneValue, useField } from "./field.tsx";
import { CharactersLeft } from "./text-area.tsx";

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
  /** More than `maxLength` can be typed and is counted, so that nothing pasted is cut off unseen. */
  isCounted?: boolean;
}

/** From here on a line says how much room it has left. */
const NEAR_THE_END = 20;

/** One line of text. */
export function TextField({ type = "text", suffix, list, isCounted = false, ...props }: TextFieldProps) {
  const { label: _, hint: __, error: ___, defaultValue: ____, maxLength, ...native } = props;
  const state = useField(props);
  const [length, setLength] = useState(oneValue(state)?.length ?? 0);
  const left = (maxLength ?? Number.POSITIVE_INFINITY) - length;
  const listId = `${state.control.id}-list`;
  return (
    <FieldFrame field={props} state={state}>
      <div className="flex items-center gap-2">
        <input
          {...native}
          {...state.control}
          type={type}
          maxLength={isCounted ? undefined : maxLength}
          onInput={(event) => setLength(event.currentTarget.value.length)}
          // A password is never written back into a page.
          defaultValue={type === "password" ? undefined : oneValue(state)}
          list={list ? listId : undefined}
          className={controlLook}
        />
        {suffix ? <span className="shrink-0 text-soft">{suffix}</span> : null}
      </div>
      {isCounted && left <= NEAR_THE_END ? <CharactersLeft count={left} /> : null}
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
