import { type FormEvent, useEffect, useRef, useState } from "react";
import { type DraftStep, markOf, typedIn } from "../domain/complaint/draft-steps.ts";

const restMs = 800;
const againMs = 5_000;
const mostMarks = 100;

/** Why it isn't saved: no answer, signed out, written over in another tab, or handed in or thrown away there. */
export type SaveFault = "failed" | "signedOut" | "elsewhere" | "gone";
export type SaveState = "idle" | "saving" | "saved" | SaveFault;

// Tried again by itself; the rest needs the person.
const passing: readonly SaveState[] = ["failed", "signedOut"];

/**
 * Sends the form of a step to `action` whenever the typing rests, again where that failed, and at once when the page is
 * put away or left. Fetched by hand: a navigation's failure would replace the page, and what was typed with it.
 */
export function useDraftSaver(action: string, step: DraftStep) {
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
    const came = await send(action, bodyOf(form.current, step));
    setSaved((before) => (came instanceof Date ? { state: "saved", at: came } : { ...before, state: came }));
    if (!(came instanceof Date) && passing.includes(came)) timer.current ??= setTimeout(save, againMs);
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
    const saveNow = () => {
      if (timer.current && form.current) navigator.sendBeacon(action, bodyOf(form.current, step));
    };
    const putAway = () => {
      if (document.visibilityState === "hidden") saveNow();
    };
    document.addEventListener("visibilitychange", putAway);
    return () => {
      document.removeEventListener("visibilitychange", putAway);
      saveNow();
      // Another step is another form, whose timer must not fire there.
      clearTimeout(timer.current);
      timer.current = undefined;
      form.current = null;
    };
  }, [action, step]);

  return { ...saved, saveSoon, stop };
}

/** Adds to what a form has seen of its draft: its own words too, for their answer may never arrive. */
export function noteSeen(form: HTMLFormElement, mark: string): void {
  const seen = form.elements.namedItem("seen");
  if (!(seen instanceof HTMLInputElement)) return;
  seen.value = [...seen.value.split(" "), mark].slice(-mostMarks).join(" ");
}

/** Notes what a form is about to send. */
export function noteSent(form: HTMLFormElement, step: DraftStep): void {
  noteSeen(form, markOf(step, typedIn(step, new FormData(form))));
}

function bodyOf(form: HTMLFormElement, step: DraftStep): URLSearchParams {
  noteSent(form, step);
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") body.append(name, value);
  return body;
}

async function send(action: string, body: URLSearchParams): Promise<Date | SaveFault> {
  try {
    const response = await fetch(action, { method: "POST", body });
    // Signed out meanwhile, it would be the sign-in page that answers.
    if (response.status === 401 || response.redirected) return "signedOut";
    if (response.status === 409) return "elsewhere";
    if (response.status === 404) return "gone";
    if (!response.ok) return "failed";
    const { savedAt } = await response.json();
    return new Date(savedAt);
  } catch {
    return "failed";
  }
}
