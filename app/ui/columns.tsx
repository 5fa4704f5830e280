import type { ReactNode } from "react";

/** The work in the middle and the facts at the side; one below the other where there is no room. */
export function Columns({ children, side }: { children: ReactNode; side: ReactNode }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[minmax(0,1fr)_18.75rem] lg:gap-6 print:grid-cols-[minmax(0,1fr)]">
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-4">{children}</div>
      <aside className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-4">{side}</aside>
    </div>
  );
}
