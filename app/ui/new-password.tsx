import { useState } from "react";
import { type Strength, strengthOf } from "../domain/people/password-policy.ts";
import { useWords } from "../i18n/use-words.ts";
import { PasswordField } from "./password-field.tsx";

interface NewPasswordProps {
  least: number;
  isStrict: boolean;
}

/** A new password, typed twice, with how it stands in words. */
export function NewPassword({ least, isStrict }: NewPasswordProps) {
  const { door, entrance } = useWords();
  const [next, setNext] = useState("");
  const both = { autoComplete: "new-password", required: true } as const;
  const hint = isStrict ? entrance.hintStrict(least) : door.password.hint(least);
  return (
    <>
      <div>
        <PasswordField {...both} name="next" label={door.password.next} hint={hint} onType={setNext} />
        <Standing password={next} least={least} />
      </div>
      <PasswordField {...both} name="again" label={door.password.again} />
    </>
  );
}

const inks: Record<Strength, string> = {
  short: "text-soft",
  guessable: "text-amber",
  fine: "text-green",
  strong: "text-green",
};

/** Spoken too, and there before it has anything to say, so that it is heard. */
function Standing({ password, least }: { password: string; least: number }) {
  const words = useWords().entrance;
  const strength = password === "" ? null : strengthOf(password);
  const missing = least - [...password].length;
  return (
    <p role="status" className="mt-1 text-small empty:mt-0">
      {strength ? (
        <>
          <span className="sr-only">{words.strengthLabel} </span>
          <span className={inks[strength]}>
            {strength === "short" ? words.strength.short(missing) : words.strength[strength]}
          </span>
        </>
      ) : null}
    </p>
  );
}
