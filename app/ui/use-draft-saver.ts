import { type FormEvent, useEffect, useRef, useState } from "react";

const restMs = 800;
const againMs = 5_000;

export type SaveState = "idle" | "saving" | "saved" | "failed";

/**
 * Sends a form to `action` whenever the typing rests, again where that failed, and at once when the page is
 * put away. Fetched by hand: a navigation's failure would replace the page, and what was typed with it.
 */
export function useDraftSaver(action: string) {
  const [saved, setSaved] = useState<{ state: SaveState; at: Date | null }>({ state: "idle", at: null });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const form = useRef<HTMLFormElement>(null);

  function stop() {
    clearTimeout(timer.current);
    timer.current = undefined;
  }

  async function save() {
    timer.current = undefined;
    if (!form.current) return;
    setSaved(({ at }) => ({ state: "saving", at }));
    const at = await send(action, form.current);
    setSaved((before) => (at ? { state: "saved", at } : { ...before, state: "failed" }));
    if (!at) timer.current ??= setTimeout(save, againMs);
  }

  function saveSoon(event: FormEvent<HTMLElement>) {
    const field = event.target as HTMLInputElement;
    // Files go their own way.
    if (field.type === "file") return;
    form.current = field.form;
    stop();
    timer.current = setTimeout(save, restMs);
  }

  useEffect(() => {
    const putAway = () => {
      if (document.visibilityState !== "hidden" || !timer.current || !form.current) return;
      navigator.sendBeacon(action, bodyOf(form.current));
    };
    document.addEventListener("visibilitychange", putAway);
    return () => {
      document.removeEventListener("visibilitychange", putAway);
      // Another step is another form, whose timer must not fire there.
      clearTimeout(timer.current);
      timer.current = undefined;
      form.current = null;
    };
  }, [action]);

  return { ...saved, saveSoon, stop };
}

function bodyOf(form: HTMLFormElement): URLSearchParams {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") body.append(name, value);
  return body;
}

async function send(action: string, form: HTMLFormElement): Promise<Date | null> {
  try {
    const response = await fetch(action, { method: "POST", body: bodyOf(form) });
    // Signed out meanwhile, it would be the sign-in page that answers.
    if (!response.ok || response.redirected) return null;
    const { savedAt } = await response.json();
    return new Date(savedAt);
  } catch {
    return null;
  }
}
