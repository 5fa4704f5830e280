import type { ReactNode } from "react";
import { Link } from "react-router";
import { useFormat, useLocale, useWords } from "../i18n/use-words.ts";
import { ButtonLink } from "./button.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { Passage } from "./passage.tsx";
import { SkipLink } from "./shell.tsx";
import { Tabs } from "./tabs.tsx";
import { Wordmark } from "./wordmark.tsx";

interface Named {
  name: string;
  email: string;
}

// Whoever sends mail isn't told anybody's English name: where names can't be read, the address is, up to its @.
function useNameOf() {
  const locale = useLocale();
  return ({ name, email }: Named) => (locale === "en" ? (email.split("@")[0] ?? email) : name);
}

interface MailFrameProps {
  title: string;
  lead: string;
  /** Whether a letter is open: a phone has room for it alone. */
  isOpen: boolean;
  /** People, list and letter, in this order. */
  children: ReactNode;
}

/** The frame of a mail client: people, their mails, and the letter, side by side where there is room. */
export function MailFrame({ title, lead, isOpen, children }: MailFrameProps) {
  const words = useWords().ui;
  const onPhone = isOpen ? "phone:[&>nav]:hidden phone:[&>div:nth-of-type(1)]:hidden" : "";
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="flex items-center justify-between gap-3 border-b border-line px-4 py-2 desk:px-7">
        <Wordmark to="/" place={words.productLong} />
        <LanguageSwitch action="/locale" />
      </header>
      <main id="main" tabIndex={-1} className="flex grow flex-col px-4 py-4 outline-none desk:px-7">
        <h1 className="font-serif text-title font-bold">{title}</h1>
        <p className="mb-3 text-soft">{lead}</p>
        <div
          className={`grid min-w-0 grow grid-cols-[minmax(0,1fr)] content-start overflow-hidden rounded-lg border border-line bg-card desk:content-stretch desk:grid-cols-[12rem_minmax(0,20rem)_minmax(0,1fr)] desk:divide-x desk:divide-line ${onPhone}`}
        >
          {children}
        </div>
      </main>
    </div>
  );
}

const personLook =
  "flex min-h-11 items-center justify-between gap-2 rounded-md px-2.5 text-ink no-underline hover:bg-hair aria-[current=page]:bg-blue-wash aria-[current=page]:font-semibold aria-[current=page]:text-blue desk:min-h-8";

interface MailPeopleProps {
  people: readonly (Named & { count: number })[];
  current: string | null;
  pathOf: (email: string | null) => string;
}

/** Whose mail; on a phone a strip to push with the thumb. */
export function MailPeople({ people, current, pathOf }: MailPeopleProps) {
  const words = useWords().door.mailbox;
  const format = useFormat();
  const nameOf = useNameOf();
  return (
    <nav
      aria-label={words.people}
      className="min-w-0 overflow-x-auto border-line bg-side p-2 phone:border-b monitor:max-h-[calc(100dvh-9rem)]"
    >
      <ul className="flex gap-1 desk:block">
        <li className="shrink-0">
          <Link to={pathOf(null)} aria-current={current ? undefined : "page"} className={personLook}>
            {words.everybody}
          </Link>
        </li>
        {people.map((one) => (
          <li key={one.email} className="shrink-0">
            <Link
              to={pathOf(one.email)}
              aria-current={one.email === current ? "page" : undefined}
              className={personLook}
            >
              <span className="truncate">{nameOf(one)}</span>{" "}
              <span className="text-small text-soft">{format.number(one.count)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface MailListProps {
  mails: readonly (Named & { id: string; subject: string; createdAt: Date })[];
  current: string | null;
  pathOf: (id: string) => string;
  empty: ReactNode;
}

/** The mails, the latest first. */
export function MailList({ mails, current, pathOf, empty }: MailListProps) {
  const words = useWords().door.mailbox;
  const format = useFormat();
  const nameOf = useNameOf();
  if (mails.length === 0) return empty;
  return (
    <section
      aria-label={words.list}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: longer than the screen, it has to scroll by keyboard
      tabIndex={0}
      className="-outline-offset-2 monitor:max-h-[calc(100dvh-13rem)] monitor:overflow-y-auto"
    >
      <ul className="divide-y divide-hair">
        {mails.map((mail) => (
          <li key={mail.id}>
            <Link
              to={pathOf(mail.id)}
              aria-current={mail.id === current ? "page" : undefined}
              className="block px-4 py-2.5 text-ink no-underline -outline-offset-2 hover:bg-hair aria-[current=page]:bg-blue-wash"
            >
              <span className="flex items-baseline justify-between gap-2 text-small text-soft">
                <span>{nameOf(mail)}</span>
                <span className="shrink-0">{format.instant(mail.createdAt)}</span>
              </span>
              <span className="block">{mail.subject}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface LetterProps {
  letter: Named & { id: string; subject: string; createdAt: Date; text: string; url: string };
  isText: boolean;
  pathAs: (as: "text" | null) => string;
  backTo: string;
}

/** One letter as it went out: the page or the text, and the link that it carries. */
export function Letter({ letter, isText, pathAs, backTo }: LetterProps) {
  const words = useWords().door.mailbox;
  const format = useFormat();
  return (
    <article className="flex min-w-0 flex-col px-4 py-3 desk:px-6 desk:py-4">
      <h2 className="font-serif text-lead font-bold">{letter.subject}</h2>
      <p className="mb-2 text-small break-words text-soft">
        {words.toAt(letter.name, letter.email, format.instant(letter.createdAt))}
      </p>
      <Tabs
        label={words.views}
        items={[
          { to: pathAs(null), label: words.html, current: !isText },
          { to: pathAs("text"), label: words.text, current: isText },
        ]}
      />
      {isText ? (
        <Passage>{letter.text}</Passage>
      ) : (
        <iframe
          src={`/mailbox/${letter.id}/html`}
          title={words.frame}
          className="h-[62dvh] w-full rounded-md border border-line bg-card"
        />
      )}
      <div className="mt-4 flex flex-wrap gap-2">
        <ButtonLink to={letter.url} tone="primary" reloadDocument>
          {words.open}
        </ButtonLink>
        <span className="desk:hidden">
          <ButtonLink to={backTo}>{words.back}</ButtonLink>
        </span>
      </div>
    </article>
  );
}
