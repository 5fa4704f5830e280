import type { ReactNode } from "react";
import { useWords } from "../i18n/use-words.ts";
import { Icon } from "./icon.tsx";

export interface ChecklistItem {
  label: string;
  done: boolean;
  note?: ReactNode;
}

/** What has to be there, and what of it is still missing. */
export function Checklist({ items }: { items: readonly ChecklistItem[] }) {
  const words = useWords().ui;
  return (
    <ul className="space-y-1.5">
      {items.map((item) => (
        <li key={item.label} className="flex items-start gap-2">
          <span className={`flex h-lh items-center ${item.done ? "text-green" : "text-amber"}`}>
            <Icon name={item.done ? "check" : "warning"} />
          </span>
          <span className="min-w-0">
            {item.label}
            <span className={item.done ? "sr-only" : "ml-2 text-small text-amber"}>
              {item.done ? words.done : words.missing}
            </span>
            {item.note ? <span className="block text-small text-soft">{item.note}</span> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
