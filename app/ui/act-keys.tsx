import { useEffect, useRef, useState } from "react";
import { useWords } from "../i18n/use-words.ts";
import { Menu } from "./menu.tsx";
import { useHydrated } from "./use-hydrated.ts";

const setting = "huiyin.keys";

/** Whether a press is meant for the page: nobody is typing, no key of the browser's own, and not switched off. */
export function isForPage(event: KeyboardEvent): boolean {
  const from = event.target instanceof Element ? event.target : null;
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented)
    return false;
  if (from?.closest("input, textarea, select, [contenteditable]")) return false;
  return localStorage.getItem(setting) !== "off";
}

/** One letter as it is shown on a button and in the list of keys. */
export function Key({ children }: { children: string }) {
  return (
    <kbd className="rounded-sm border border-current px-1.5 font-sans text-tiny opacity-80 phone:hidden">
      {children}
    </kbd>
  );
}

/** The keys of the acts beside it, what each does, and a way to switch them off for those whom they disturb. */
export function ActKeys({ keys }: { keys: readonly { key: string; label: string }[] }) {
  const words = useWords().ui;
  const isHydrated = useHydrated();
  const [isOff, setIsOff] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => setIsOff(localStorage.getItem(setting) === "off"), []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => press(event, place.current);
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  if (!isHydrated || keys.length === 0) return null;
  return (
    <div ref={place} className="phone:hidden">
      <Menu
        summary={
          <>
            <Key>?</Key>
            <span className="text-small">{words.keys}</span>
          </>
        }
        summaryLook="flex min-h-9 items-center gap-1.5 rounded-md px-1.5 text-soft hover:text-ink"
        panelLook="absolute right-0 top-full mt-1 w-max min-w-52"
      >
        <ul className="space-y-1 p-1">
          {keys.map(({ key, label }) => (
            <li key={key} className="flex items-center justify-between gap-6">
              {label}
              <Key>{key}</Key>
            </li>
          ))}
        </ul>
        <label className="flex min-h-9 items-center gap-2 border-t border-hair px-1 pt-1">
          <input
            type="checkbox"
            checked={!isOff}
            onChange={(event) => {
              localStorage.setItem(setting, event.currentTarget.checked ? "on" : "off");
              setIsOff(!event.currentTarget.checked);
            }}
            className="size-4 accent-action"
          />
          {words.useKeys}
        </label>
      </Menu>
    </div>
  );
}

function press(event: KeyboardEvent, place: HTMLElement | null) {
  if (!isForPage(event)) return;
  if (event.key === "?") {
    place?.querySelector("summary")?.click();
    return;
  }
  const bar = place?.closest("section");
  const act = bar?.querySelector<HTMLElement>(`[data-hotkey="${CSS.escape(event.key.toUpperCase())}"]`);
  if (!act) return;
  event.preventDefault();
  act.click();
}
