import { type ReactNode, useId } from "react";

interface CardProps {
  title?: string;
  /** Its spoken name, where other cards of the page may bear the same title. */
  label?: string;
  /** At the right of the title. */
  action?: ReactNode;
  /** No padding: the content reaches the border, as a list or a table does. */
  flush?: boolean;
  id?: string;
  children: ReactNode;
}

/** A part of a page, named by its title. */
export function Card({ title, label, action, flush = false, id, children }: CardProps) {
  const titleId = useId();
  const Part = title ? "section" : "div";
  return (
    <Part
      id={id}
      aria-label={label}
      aria-labelledby={title && !label ? titleId : undefined}
      className="min-w-0 rounded-lg border border-line bg-card"
    >
      {title ? (
        <div className="flex flex-wrap items-center justify-between gap-2 border-b border-hair px-4 py-3">
          <h2 id={titleId} className="font-semibold">
            {title}
          </h2>
          {action}
        </div>
      ) : null}
      <div className={flush ? "" : "p-4"}>{children}</div>
    </Part>
  );
}
