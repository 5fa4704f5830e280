import type { ReactNode } from "react";
import { useWords } from "../i18n/use-words.ts";
import { LanguageSwitch } from "./language-switch.tsx";
import { SkipLink } from "./shell.tsx";
import { Wordmark } from "./wordmark.tsx";

interface PublicFrameProps {
  title: string;
  lead?: ReactNode;
  paths: { home: string; locale: string };
  children: ReactNode;
  /** Below the card: where to turn, a note of the law. */
  foot?: ReactNode;
  /** For a page that is more than one short form. */
  wide?: boolean;
}

/** The frame of what is open to everybody: signing in, a link out of a mail, a page that isn't there. */
export function PublicFrame({ title, lead, paths, children, foot, wide = false }: PublicFrameProps) {
  const words = useWords().ui;
  const width = wide ? "max-w-3xl" : "max-w-md";
  return (
    <div data-density="roomy" className="flex min-h-dvh flex-col bg-side">
      <SkipLink />
      <header
        className={`mx-auto flex w-full items-center justify-between gap-3 px-4 pt-6 desk:pt-14 ${width}`}
      >
        <Wordmark to={paths.home} place={words.productLong} />
        <LanguageSwitch action={paths.locale} />
      </header>
      <main id="main" tabIndex={-1} className={`mx-auto w-full px-4 py-5 outline-none ${width}`}>
        <div className="rounded-lg border border-line bg-card p-5 desk:p-8">
          <h1 className="font-serif text-title font-bold">{title}</h1>
          {lead ? <div className="mt-2 text-soft">{lead}</div> : null}
          <div className="mt-5">{children}</div>
        </div>
        {foot ? <div className="mt-4 text-small text-soft">{foot}</div> : null}
      </main>
    </div>
  );
}
