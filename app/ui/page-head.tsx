import type { ReactNode } from "react";

interface PageHeadProps {
  title: string;
  /** Of a part of the page whose title stands elsewhere. */
  isPart?: boolean;
  /** Above the title: number, kind, grade. */
  eyebrow?: ReactNode;
  /** Below it: the status in a sentence, or what the page is for. */
  lead?: ReactNode;
  /** At the right: the lamp and its date. */
  aside?: ReactNode;
  /** Buttons that concern the whole page. */
  actions?: ReactNode;
}

/** The head of a page, with its only h1, or of a part of one. */
export function PageHead({ title, isPart = false, eyebrow, lead, aside, actions }: PageHeadProps) {
  const Title = isPart ? "h2" : "h1";
  return (
    <div className="mb-4 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 flex-1 basis-80">
        {eyebrow ? <p className="text-small text-soft">{eyebrow}</p> : null}
        <Title className="font-serif text-title font-bold">{title}</Title>
        {lead ? <div className="mt-1">{lead}</div> : null}
      </div>
      {aside ? (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 desk:flex-col desk:items-end desk:text-right">
          {aside}
        </div>
      ) : null}
      {actions ? <div className="no-print flex flex-wrap gap-2">{actions}</div> : null}
    </div>
  );
}
