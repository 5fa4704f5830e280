import { type CommandType, slugOf } from "../../domain/complaint/commands.ts";
import type { EnterpriseComplaint } from "../../domain/complaint/enterprise-view.server.ts";
import { useWords } from "../../i18n/use-words.ts";
import { ActBar } from "../../ui/act-bar.tsx";
import { RetaliationQuestion } from "../../ui/enterprise-safety.tsx";
import { sayHappened } from "../../ui/happened.ts";
import { Passage } from "../../ui/passage.tsx";
import { type FailedAct, PortalActForm } from "../../ui/portal-act-form.tsx";

interface ActsProps {
  complaint: EnterpriseComplaint;
  open: CommandType | null;
  acts: readonly CommandType[];
  commandId: string;
  failed: FailedAct | null;
}

// These are nobody's next step: their ways in stand elsewhere on the page.
const apart: readonly CommandType[] = ["withdraw", "raiseDisclosure", "reportRetaliation", "answerQuestion"];

/** What the enterprise may do now, with the form of the act that is open, and what it is asked. */
export function Acts({ complaint, open, acts, commandId, failed }: ActsProps) {
  const words = useWords();
  const hints = useHints(open);
  const path = `/liaison/complaints/${complaint.number}`;
  return (
    <>
      {complaint.isAsked && open !== "answerQuestion" ? (
        <RetaliationQuestion number={complaint.number} commandId={commandId} />
      ) : null}
      <ActBar
        acts={acts
          .filter((type) => type !== open && !apart.includes(type))
          .map((type) => ({
            key: type,
            label: words.office.commands[type].label,
            to: `${path}/${slugOf(type)}`,
          }))}
        open={open}
        idle={words.liaison.idle}
      >
        {open ? (
          <PortalActForm
            type={open}
            failed={failed}
            version={isSafety(open) ? undefined : complaint.version}
            commandId={commandId}
            cancelTo={path}
            action={`${path}/${slugOf(open)}`}
            hints={hints}
            sayAct={(command) => sayHappened(words, command)}
            uploadTo={`${path}/attachments`}
            suggested={{ worse: "yes", to: "sealed" }}
            optionHints={{ to: words.custody.raiseHints }}
            isDanger={open === "withdraw" || open === "raiseDisclosure"}
          >
            {open === "supplement" && complaint.question ? <Passage>{complaint.question}</Passage> : null}
            {open === "raiseDisclosure" ? <Passage>{words.custody.raiseNote}</Passage> : null}
            {isSafety(open) ? <Passage>{words.liaison.safe.note}</Passage> : null}
          </PortalActForm>
        ) : null}
      </ActBar>
    </>
  );
}

const isSafety = (type: CommandType) => type === "reportRetaliation" || type === "answerQuestion";

function useHints(open: CommandType | null) {
  const { hints } = useWords().liaison;
  const reasons: Partial<Record<CommandType, string>> = {
    withdraw: hints.withdrawReason,
    askReview: hints.reviewReason,
  };
  const reason = (open && reasons[open]) ?? hints.evaluateReason;
  return { answer: hints.answer, words: hints.retaliation, reason };
}
