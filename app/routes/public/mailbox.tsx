import { markIn, markOf } from "../../http/keyset.ts";
import { mailbox, openMail } from "../../http/mailbox.ts";
import { useWords } from "../../i18n/use-words.ts";
import { Empty } from "../../ui/empty.tsx";
import { Letter, MailFrame, MailList, MailPeople } from "../../ui/mail-client.tsx";
import { Pager } from "../../ui/pager.tsx";
import type { Route } from "./+types/mailbox.ts";

export const handle = { bare: true };

const pathOf = (id: string | null, query: Record<string, string | null>) => {
  const given = Object.entries(query).filter((one): one is [string, string] => Boolean(one[1]));
  const text = new URLSearchParams(given).toString();
  return `/mailbox${id ? `/${id}` : ""}${text ? `?${text}` : ""}`;
};

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const to = url.searchParams.get("to");
  const after = url.searchParams.get("after");
  const { mails, hasMore, people } = await mailbox(context, to, markIn(url));
  const opened = params.id ? await openMail(context, params.id) : null;
  return {
    to,
    after,
    people,
    mails: mails.map(({ id, subject, name, email, createdAt }) => ({
      id,
      subject,
      name,
      email,
      createdAt,
    })),
    nextTo: hasMore ? pathOf(null, { to, after: markOf(mails.at(-1)) }) : null,
    // The page of the letter is framed from an address of its own; it needn't be sent twice.
    letter: opened && { ...opened, html: "" },
    isText: url.searchParams.get("as") === "text",
  };
}

export default function Mailbox({ loaderData }: Route.ComponentProps) {
  const { to, after, people, mails, nextTo, letter, isText } = loaderData;
  const { door } = useWords();
  const words = door.mailbox;
  const back = pathOf(null, { to, after });
  return (
    <MailFrame title={words.title} lead={words.lead} isOpen={letter !== null}>
      <title>{door.title(letter?.subject ?? words.title)}</title>
      <MailPeople people={people} current={to} pathOf={(email) => pathOf(null, { to: email })} />
      <div className="min-w-0">
        <MailList
          mails={mails}
          current={letter?.id ?? null}
          pathOf={(id) => pathOf(id, { to, after })}
          empty={<Empty title={words.none}>{words.noneLead}</Empty>}
        />
        <div className="px-3 pb-3">
          <Pager firstTo={after ? pathOf(null, { to }) : null} nextTo={nextTo} />
        </div>
      </div>
      {letter ? (
        <Letter
          letter={letter}
          isText={isText}
          pathAs={(as) => pathOf(letter.id, { to, after, as })}
          backTo={back}
        />
      ) : (
        <p className="hidden place-items-center p-10 text-soft desk:grid">{words.choose}</p>
      )}
    </MailFrame>
  );
}
