import type { EnterpriseComplaint } from "../../domain/complaint/enterprise-view.server.ts";
import { useWords } from "../../i18n/use-words.ts";
import { NoticeBanner } from "../../ui/notice-banner.tsx";
import { ReceiptLink } from "../../ui/receipt-link.tsx";

/** The number, what happens next, and by when. */
export function Submitted({ complaint, due }: { complaint: EnterpriseComplaint; due: string }) {
  const { liaison, custody } = useWords();
  const { submittedTitle, submittedNext, submittedClue } = liaison;
  const { submittedText } = complaint.disclosure === "sealed" ? custody : liaison;
  const handle = complaint.disclosure === "named" ? submittedNext.handleNamed : submittedNext.handle;
  const next =
    complaint.status === "clue"
      ? [submittedClue.accept(due), submittedClue.rest]
      : [submittedNext.accept(due), handle, submittedNext.rate];
  return (
    <NoticeBanner tone="success" title={submittedTitle(complaint.number)}>
      <ol className="my-1 list-decimal space-y-0.5 pl-5">
        {next.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      {submittedText}
      <ReceiptLink number={complaint.number} />
    </NoticeBanner>
  );
}
