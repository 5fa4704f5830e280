import { Form } from "react-router";
import { useLocale, useWords } from "../../i18n/use-words.ts";
import { Button } from "../../ui/button.tsx";
import { HiddenFields } from "../../ui/confirm.tsx";
import { StatusChip } from "../../ui/status-chip.tsx";
import type { MailRow } from "./mails.tsx";

interface Props {
  row: MailRow;
  /** The list to come back to. */
  list: { q: string | null; status: string | null };
}

/** Where a mail stands; for one that did not go why, what to do about it, and what came of sending it again. */
export function MailOutcome({ row, list }: Props) {
  const { door, office } = useWords();
  const words = door.admin;
  const { status, fault, lastError, repeatedAs, isRepeat } = row;
  const isBad = ["failed", "bounced", "complained"].includes(status);
  return (
    <>
      <StatusChip
        label={office.mailStatuses[status]}
        tone={isBad ? "red" : status === "queued" ? "amber" : "green"}
      />
      {isRepeat ? <p className="text-small text-soft">{words.mailIsRepeat}</p> : null}
      {repeatedAs ? (
        <p className="text-small">{words.mailRepeatedAs(office.mailStatuses[repeatedAs])}</p>
      ) : null}
      {fault ? (
        <details className="mt-1 max-w-90 text-small">
          <summary className="min-h-6 cursor-pointer">{words.mailFaults[fault]}</summary>
          <p className="break-words text-soft">
            {words.mailError} <span lang="en">{lastError}</span>
          </p>
        </details>
      ) : null}
      <Repeat row={row} list={list} />
    </>
  );
}

function Repeat({ row, list }: Props) {
  const words = useWords().door.admin;
  const isEnglish = useLocale() === "en";
  const { id, commandId, status, hasLink, repeatedAs } = row;
  const isLost = status === "failed" || status === "bounced";
  if (!commandId) {
    const isDead = isLost && hasLink && !repeatedAs;
    return isDead ? <p className="text-small text-soft">{words.mailLinkDead}</p> : null;
  }
  const name = isEnglish ? (row.nameEn ?? row.name) : row.name;
  return (
    <Form method="post" action={`/admin/mails/${id}/repeat`} className="mt-1" preventScrollReset>
      <HiddenFields fields={{ commandId, q: list.q ?? "", status: list.status ?? "" }} />
      <Button aria-label={words.mailRepeatTo(name)}>{words.mailRepeat}</Button>
    </Form>
  );
}
