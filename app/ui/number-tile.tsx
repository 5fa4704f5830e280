import type { ReactNode } from "react";
import { Link } from "react-router";
import { useFormat } from "../i18n/use-words.ts";
import { inkOf, type Tone } from "./tone.ts";

interface NumberTileProps {
  label: string;
  /** A number is written as the reader writes numbers; words stand as they are. */
  value: number | string;
  /** Exactly the list that was counted. */
  to?: string;
  /** The words of the link to it. */
  open?: string;
  note?: ReactNode;
  tone?: Tone;
}

/** One large figure, with the list behind it. */
export function NumberTile({ label, value, to, open, note, tone = "neutral" }: NumberTileProps) {
  const format = useFormat();
  const figure = typeof value === "number" ? format.number(value) : value;
  return (
    <div className="min-w-0 bg-card px-4 py-4 last:odd:col-span-2 desk:px-5.5 desk:py-5 desk:last:odd:col-span-1">
      <dt className="text-soft">{label}</dt>
      <dd className={`font-serif text-figure font-bold ${inkOf[tone]}`}>{figure}</dd>
      {note || to ? (
        <dd className="flex flex-wrap gap-x-2 text-small text-soft">
          {note}
          {to ? (
            <Link
              to={to}
              className="no-print inline-flex min-h-6 items-center text-blue no-underline hover:underline"
            >
              {open ?? figure}
              <span className="sr-only">{label}</span>
            </Link>
          ) : null}
        </dd>
      ) : null}
    </div>
  );
}

/** Figures side by side. */
export function NumberRow({ label, children }: { label: string; children: ReactNode }) {
  return (
    <dl
      aria-label={label}
      className="mb-4 grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-hair desk:grid-flow-col desk:auto-cols-fr desk:grid-cols-none"
    >
      {children}
    </dl>
  );
}
