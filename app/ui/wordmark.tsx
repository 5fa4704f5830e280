import { Link } from "react-router";
import { useWords } from "../i18n/use-words.ts";

/** The small seal of the wordmark; decoration, the name stands beside it. */
export function Seal({ className = "size-7.5 text-mark" }: { className?: string }) {
  const words = useWords().ui;
  return (
    <span
      aria-hidden="true"
      className={`grid shrink-0 place-items-center rounded-sm bg-seal font-serif font-bold text-on-seal ${className}`}
    >
      {words.seal}
    </span>
  );
}

/** Seal, name of the product and, below it, the place in which one is. */
export function Wordmark({ to, place }: { to: string; place?: string }) {
  const words = useWords().ui;
  return (
    <Link to={to} className="flex min-h-11 items-center gap-2.5 text-ink no-underline">
      <Seal />
      <span className="min-w-0">
        <span className="block font-serif text-mark font-bold tracking-wider">{words.product}</span>
        {place ? <span className="block text-tiny text-soft">{place}</span> : null}
      </span>
    </Link>
  );
}
