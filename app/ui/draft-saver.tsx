import type { ReactNode } from "react";
import { useFormat, useWords } from "../i18n/use-words.ts";
import { type SaveState, useDraftSaver } from "./use-draft-saver.ts";

interface DraftSaverProps {
  /** Takes the fields, and answers when they were saved. */
  action: string;
  /** When it was last saved before this page was opened. */
  savedAt: Date | null;
  /** The page around the form, with the line that says that it is saved. */
  children: (savedLine: ReactNode) => ReactNode;
}

/** Saves the form inside it whenever the typing rests. Without JavaScript each step saves itself. */
export function DraftSaver({ action, savedAt, children }: DraftSaverProps) {
  const { state, at, saveSoon, stop } = useDraftSaver(action);
  // A form that stays for want of a connection is saved once there is one.
  const stopIfSent = () => navigator.onLine && stop();
  return (
    <div onInput={saveSoon} onSubmitCapture={stopIfSent}>
      {children(<SavedLine state={state} at={at ?? savedAt} />)}
    </div>
  );
}

function SavedLine({ state, at }: { state: SaveState; at: Date | null }) {
  const words = useWords().liaison;
  const format = useFormat();
  if (state === "failed") return <p className="text-amber">{words.notSaved}</p>;
  return (
    <p role="status">{state === "saving" ? words.saving : at ? words.savedTime(format.time(at)) : ""}</p>
  );
}
