import { type InputEvent, useState } from "react";
import { useWords } from "../i18n/use-words.ts";
import { controlLook, FieldFrame, type FieldProps, useField } from "./field.tsx";
import { useHydrated } from "./use-hydrated.ts";

interface PasswordFieldProps extends FieldProps {
  autoComplete: "current-password" | "new-password";
  /** Hears what is typed, as it is typed. */
  onType?: (typed: string) => void;
}

/** A password: hidden until its owner asks to see it, and never written back into a page. */
export function PasswordField({ autoComplete, onType, ...props }: PasswordFieldProps) {
  const words = useWords().entrance;
  const state = useField(props);
  const [isShown, setShown] = useState(false);
  // The button is a script's: without one a password stays hidden, as browsers show it.
  const canShow = useHydrated();
  const type = (event: InputEvent<HTMLInputElement>) => onType?.(event.currentTarget.value);
  return (
    <FieldFrame field={props} state={state}>
      <div className="relative">
        <input
          {...state.control}
          type={isShown ? "text" : "password"}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          onInput={type}
          className={`${controlLook} ${canShow ? "pr-20" : ""}`}
        />
        {canShow ? (
          <button
            type="button"
            aria-label={(isShown ? words.hide : words.show).whole}
            aria-controls={state.control.id}
            onClick={() => setShown(!isShown)}
            className="absolute inset-y-0 right-0 min-w-11 rounded-md px-3 text-small text-blue"
          >
            {(isShown ? words.hide : words.show).short}
          </button>
        ) : null}
      </div>
    </FieldFrame>
  );
}
