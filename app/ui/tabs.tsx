import { Link } from "react-router";
import { useFormat } from "../i18n/use-words.ts";

export interface Tab {
  to: string;
  label: string;
  count?: number;
  current?: boolean;
}

/** The same list, cut in another way. */
export function Tabs({ label, items }: { label: string; items: readonly Tab[] }) {
  const format = useFormat();
  return (
    <nav aria-label={label} className="no-print mb-3 overflow-x-auto border-b border-line">
      <ul className="flex gap-5">
        {items.map((item) => (
          <li key={item.to} className="shrink-0">
            <Link
              to={item.to}
              aria-current={item.current ? "page" : undefined}
              className="flex min-h-11 items-center gap-1.5 border-b-2 border-transparent text-soft no-underline hover:text-ink aria-[current=page]:border-blue aria-[current=page]:font-semibold aria-[current=page]:text-ink desk:min-h-9.5"
            >
              {item.label}
              {item.count === undefined ? null : (
                <span className="tabular-nums">{format.number(item.count)}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
