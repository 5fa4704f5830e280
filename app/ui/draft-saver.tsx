import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import { useFetcher } from "react-router";
import { useFormat, useWords } from "../i18n/use-words.ts";
import { useHydrated } from "./use-hydrated.ts";

const restMs = 800;

interface DraftSaverProps {
  /** Takes the fields with `go=save`, and answers when they were saved. */
  action: string;
  /** Nothing to save on this page. */
  isOff?: boolean;
  children: ReactNode;
}

/** Saves the form inside it whenever the typing rests. Without JavaScript each step saves itself. */
export function DraftSaver({ action, isOff, children }: DraftSaverProps) {
  const fetcher = useFetcher<{ savedAt: Date }>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isHydrated = useHydrated();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another step is another form, whose timer must not fire here
  useEffect(() => () => clearTimeout(timer.current), [action]);

  function saveSoon(event: FormEvent<HTMLElement>) {
    const form = (event.target as HTMLInputElement).form;
    if (!form || isOff) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const typed = new FormData(form);
      typed.set("go", "save");
      void fetcher.submit(typed, { method: "post", action });
    }, restMs);
  }

  return (
    <div onInput={saveSoon} onSubmit={() => clearTimeout(timer.current)}>
      {children}
      {isHydrated && !isOff ? <SavedLine state={fetcher.state} savedAt={fetcher.data?.savedAt} /> : null}
    </div>
  );
}

function SavedLine({ state, savedAt }: { state: string; savedAt: Date | undefined }) {
  const words = useWords().liaison;
  const format = useFormat();
  const said =
    state === "submitting" ? words.saving : savedAt ? `${words.saved} ${format.time(savedAt)}` : "";
  return (
    <p role="status" className="mt-2 min-h-lh text-small text-soft">
      {said}
    </p>
  );
}
