import type { ReactNode } from "react";
import { ButtonLink } from "./button.tsx";

interface EmptyProps {
  /** What isn't there. */
  title: string;
  /** What to do first, or why it is empty. */
  children?: ReactNode;
  action?: { to: string; label: string };
}

/** In place of an empty list. */
export function Empty({ title, children, action }: EmptyProps) {
  return (
    <div className="px-4 py-10 text-center">
      <p className="font-semibold">{title}</p>
      {children ? <div className="mx-auto mt-1 max-w-md text-soft">{children}</div> : null}
      {action ? (
        <div className="mt-4">
          <ButtonLink to={action.to} tone="primary">
            {action.label}
          </ButtonLink>
        </div>
      ) : null}
    </div>
  );
}
