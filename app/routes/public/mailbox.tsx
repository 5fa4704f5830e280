import { markIn, markOf } from "../../http/keyset.ts";
import { mailbox, openMail } from "../../http/mailbox.ts";
import { useFormat, useWords } from "../../i18n/use-words.ts";
import { ButtonLink, TextLink } from "../../ui/button.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Facts } from "../../ui/facts.tsx";
import { Pager } from "../../ui/pager.tsx";
import { Passage } from "../../ui/passage.tsx";
import { PublicFrame } from "../../ui/public-frame.tsx";
import type { Route } from "./+types/mailbox.ts";

export const handle = { bare: true };

export async function loader({ context, params, url }: Route.LoaderArgs) {
  if (params.id) {
    const { html: _, ...letter } = await openMail(context, params.id);
    return { letter, mails: [], nextTo: null };
  }
  const { mails, hasMore } = await mailbox(context, markIn(url));
  return { letter: null, mails, nextTo: hasMore ? `/mailbox?after=${markOf(mails.at(-1))}` : null };
}

export default function Mailbox({ loaderData: { letter, mails, nextTo } }: Route.ComponentProps) {
  const { title, mailbox: words } = useWords().door;
  const paths = { home: "/", locale: "/locale" };
  if (letter)
    return (
      <PublicFrame title={letter.subject} paths={paths} wide>
        <title>{title(letter.subject)}</title>
        <OneMail letter={letter} />
      </PublicFrame>
    );
  return (
    <PublicFrame title={words.title} lead={words.lead} paths={paths} wide>
      <title>{title(words.title)}</title>
      <List mails={mails} />
      <Pager nextTo={nextTo} firstTo={nextTo ? "/mailbox" : null} />
    </PublicFrame>
  );
}

type Letter = NonNullable<Route.ComponentProps["loaderData"]["letter"]>;
type Mail = Route.ComponentProps["loaderData"]["mails"][number];

function OneMail({ letter }: { letter: Letter }) {
  const words = useWords().door.mailbox;
  const format = useFormat();
  return (
    <>
      <Facts
        items={[
          { term: words.to, value: letter.email },
          { term: words.at, value: format.instant(letter.createdAt) },
        ]}
      />
      <iframe
        src={`/mailbox/${letter.id}/html`}
        title={words.frame}
        className="my-4 h-128 w-full rounded-md border border-line bg-card"
      />
      <details className="mb-4">
        <summary className="min-h-11 cursor-pointer py-2 text-blue">{words.text}</summary>
        <Passage>{letter.text}</Passage>
      </details>
      <div className="flex flex-wrap gap-2">
        <ButtonLink to={letter.url} tone="primary" reloadDocument>
          {words.open}
        </ButtonLink>
        <ButtonLink to="/mailbox">{words.back}</ButtonLink>
      </div>
    </>
  );
}

function List({ mails }: { mails: Mail[] }) {
  const { door, office } = useWords();
  const words = door.mailbox;
  const format = useFormat();
  const columns: Column<Mail>[] = [
    {
      key: "subject",
      head: words.subject,
      cell: (mail) => <TextLink to={`/mailbox/${mail.id}`}>{mail.subject}</TextLink>,
    },
    { key: "to", head: words.to, cell: (mail) => mail.email },
    { key: "at", head: words.at, cell: (mail) => format.instant(mail.createdAt) },
    { key: "status", head: words.status, cell: (mail) => office.mailStatuses[mail.status] },
  ];
  return (
    <DataTable
      caption={words.title}
      columns={columns}
      rows={mails}
      rowKey={(mail) => mail.id}
      empty={<Empty title={words.none} />}
    />
  );
}
