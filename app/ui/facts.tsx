import type { ReactNode } from "react";

export interface Fact {
  term: string;
  value: ReactNode;
  /** Smaller, below the value. */
  note?: ReactNode;
}

/** Names and values. What the reader may not see is left out, not shown as empty. */
export function Facts({ items }: { items: (Fact | false | null | undefined)[] }) {
  return (
    <dl className="space-y-2">
      {items.map((item) =>
        item ? (
          <div key={item.term} className="grid grid-cols-[5.75rem_minmax(0,1fr)] gap-x-2">
            <dt className="text-soft">{item.term}</dt>
            <dd>
              {item.value}
              {item.note ? <div className="text-small text-soft">{item.note}</div> : null}
            </dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
