import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { DraftStep } from "../domain/complaint/draft-steps.ts";
import { useFormat, useWords } from "../i18n/use-words.ts";
import { noteSeen, noteSent, type SaveState, useDraftSaver } from "./use-draft-saver.ts";

interface DraftSaverProps {
  step: DraftStep;
  /** Takes the fields, and answers when they were saved. */
  action: string;
  /** When it was last saved before this page was opened. */
  savedAt: Date | null;
  /** The page around the form, with the line that says that it is saved. */
  children: (savedLine: ReactNode) => ReactNode;
}

/** Saves the form inside it whenever the typing rests. Without JavaScript each step saves itself. */
export function DraftSaver({ step, action, savedAt, children }: DraftSaverProps) {
  const { state, at, saveSoon, stop } = useDraftSaver(action, step);
  function leave(event: FormEvent<HTMLElement>) {
    // A form that stays for want of a connection is saved once there is one.
    if (!navigator.onLine) return;
    stop();
    noteSent(event.target as HTMLFormElement, step);
  }
  return (
    <div onInput={saveSoon} onSubmitCapture={leave}>
      {children(<SavedLine state={state} at={at ?? savedAt} />)}
    </div>
  );
}

/** What a form has seen of its draft: what it was opened with, and what it was shown of another tab's words. */
export function SeenMarks({ mark, isShown }: { mark: string; isShown: boolean }) {
  const input = useRef<HTMLInputElement>(null);
  // A page that is read anew leaves the fields as they are.
  const [first] = useState(mark);
  useEffect(() => {
    if (isShown && input.current?.form) noteSeen(input.current.form, mark);
  }, [isShown, mark]);
  // Hidden text: of a hidden input React would put back the value at every rendering.
  return <input ref={input} type="text" hidden name="seen" defaultValue={first} />;
}

function SavedLine({ state, at }: { state: SaveState; at: Date | null }) {
  const words = useWords().liaison;
  const format = useFormat();
  const isFault = state !== "idle" && state !== "saving" && state !== "saved";
  const saved = at ? words.savedTime(format.time(at)) : "";
  return (
    <p role="status" className={isFault ? "text-amber" : ""}>
      {isFault ? words.notSaved[state] : state === "saving" ? words.saving : saved}
    </p>
  );
}
