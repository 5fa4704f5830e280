import { type CommandType, slugOf } from "../../domain/complaint/commands.ts";
import { useWords } from "../../i18n/use-words.ts";
import { EnterpriseMore } from "../../ui/enterprise-more.tsx";

interface MoreProps {
  number: string;
  acts: readonly CommandType[];
  open: CommandType | null;
  /** Whether its receipt is offered here. */
  hasReceipt: boolean;
}

/** The ways out of a complaint that are always there: telling of retaliation first. */
export function More({ number, acts, open, hasReceipt }: MoreProps) {
  const { custody, liaison, office, trail } = useWords();
  const { safe } = liaison;
  const path = `/liaison/complaints/${number}`;
  const wayOf = (type: CommandType, way: { question: string; note?: string; label: string }) =>
    acts.includes(type) && open !== type ? { ...way, to: `${path}/${slugOf(type)}` } : null;
  return (
    <EnterpriseMore
      ways={[
        wayOf("reportRetaliation", { question: safe.question, note: safe.note, label: safe.tell }),
        hasReceipt
          ? {
              question: liaison.keepReceipt,
              note: trail.receipt.hint,
              label: trail.receipt.link,
              to: `${path}/receipt.json`,
              isDownload: true,
            }
          : null,
        wayOf("raiseDisclosure", { question: custody.raise, label: custody.raiseLink }),
        wayOf("withdraw", { question: liaison.endIt, label: office.commands.withdraw.label }),
      ]}
    />
  );
}
