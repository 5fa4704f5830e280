import { useState } from "react";
import { useWords } from "../i18n/use-words.ts";
import { controlLook, FieldFrame, type FieldProps, oneValue, useField } from "./field.tsx";

interface TextAreaProps extends FieldProps {
  rows?: number;
  /** How many characters the form takes. More can be typed, so that nothing pasted is cut off unseen. */
  maxLength?: number;
  placeholder?: string;
}

/** Text of several lines; grows with what is typed. */
export function TextArea({ rows = 4, maxLength, placeholder, ...field }: TextAreaProps) {
  const state = useField(field);
  const value = oneValue(state);
  const [length, setLength] = useState(value?.length ?? 0);
  return (
    <FieldFrame field={field} state={state}>
      <textarea
        {...state.control}
        rows={rows}
        placeholder={placeholder}
        defaultValue={value}
        onInput={(event) => setLength(event.currentTarget.value.length)}
        className={`${controlLook} field-sizing-content max-h-[60vh] ${rows > 4 ? "min-h-40 desk:min-h-36" : "min-h-24 desk:min-h-20"}`}
      />
      {maxLength ? <CharactersLeft count={maxLength - length} /> : null}
    </FieldFrame>
  );
}

/** How many characters a field still takes, or by how many it holds too many. */
export function CharactersLeft({ count }: { count: number }) {
  const words = useWords().ui;
  return (
    <p
      className={`mt-1 hidden text-small scripted:block ${count < 0 ? "font-semibold text-red" : "text-soft"}`}
    >
      {count < 0 ? words.charactersOver(-count) : words.charactersLeft(count)}
    </p>
  );
}
