import { useWords } from "../i18n/use-words.ts";
import { TextLink } from "./button.tsx";

/** The receipt of a submission, to be kept, and what it is for. */
export function ReceiptLink({ number }: { number: string }) {
  const { receipt } = useWords().trail;
  return (
    <p className="no-print mt-2 text-small text-soft">
      <TextLink to={`/liaison/complaints/${number}/receipt.json`} reloadDocument>
        {receipt.link}
      </TextLink>{" "}
      {receipt.hint}
    </p>
  );
}
