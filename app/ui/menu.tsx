import { type ReactNode, useEffect, useRef } from "react";
import { useLocation } from "react-router";

interface MenuProps {
  /** What is pressed to open it. */
  summary: ReactNode;
  summaryLook: string;
  /** Where the panel stands, as classes. */
  panelLook: string;
  className?: string;
  children: ReactNode;
}

/** A panel behind a summary. Opens without scripts; with them, Escape, a press elsewhere or a new page closes it. */
export function Menu({ summary, summaryLook, panelLook, className = "relative", children }: MenuProps) {
  const details = useRef<HTMLDetailsElement>(null);
  const { key } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new location is the reason to close
  useEffect(() => details.current?.removeAttribute("open"), [key]);
  useEffect(() => closeFromOutside(details.current), []);
  return (
    <details
      ref={details}
      // A panel below the fold would open unseen.
      onToggle={({ currentTarget: { open, lastElementChild: panel } }) =>
        open && panel?.scrollIntoView({ block: "nearest" })
      }
      className={`group ${className}`}
    >
      <summary className={summaryLook}>{summary}</summary>
      <div className={`z-30 rounded-lg border border-line bg-card p-2 ${panelLook}`}>{children}</div>
    </details>
  );
}

function closeFromOutside(details: HTMLDetailsElement | null) {
  if (details === null) return;
  const onPointer = (event: PointerEvent) => {
    if (!details.contains(event.target as Node)) details.open = false;
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !details.open) return;
    details.open = false;
    details.querySelector("summary")?.focus();
  };
  document.addEventListener("pointerdown", onPointer);
  document.addEventListener("keydown", onKey);
  return () => {
    document.removeEventListener("pointerdown", onPointer);
    document.removeEventListener("keydown", onKey);
  };
}
