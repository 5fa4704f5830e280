import type { ReactNode } from "react";
import type { CommandType } from "../../../domain/complaint/commands.ts";
import { lifecycle } from "../../../domain/complaint/lifecycle.ts";
import { toldField } from "../../../domain/complaint/told.ts";
import { useFormat, useWords } from "../../../i18n/use-words.ts";
import type { Acting } from "./acting.server.ts";
import { useClueHints } from "./clue-fields.ts";
import { LeadHint } from "./lead-hint.tsx";

interface HintsOf {
  type: CommandType;
  loaded: Acting;
  nameOf: (departmentId: string) => string;
}

/** Small text below the labels of an act's form: who reads what is written, by when, and what it leads to. */
export function useActHints({ type, loaded, nameOf }: HintsOf): Record<string, ReactNode> {
  const { desk, triage, custody } = useWords();
  const format = useFormat();
  const clueHints = useClueHints(type);
  const replyBy = useReplyBy(loaded);
  const { complaint } = loaded.matter;
  const suggestion = loaded.alike?.suggestion;
  return {
    ...useReaderHints(type),
    ...clueHints,
    ...(type === "askSupplement" ? { question: triage.answerBy(format.due(loaded.answerBy)) } : {}),
    ...(type === "decline" ? { ground: triage.declineHint } : {}),
    ...(type === "merge" ? { reason: triage.mergeHint } : {}),
    ...(type === "keepAsReference" || type === "noteReference" ? { suggestion: triage.referenceHint } : {}),
    ...(type === "ruleOnReturn" ? { department: triage.rightDepartmentHint } : {}),
    ...(type === "addAssisting" ? { assisting: replyBy(complaint.grade ?? "B") } : {}),
    brief: complaint.disclosure === "sealed" ? custody.briefHint : desk.briefHint,
    release: desk.releaseHint,
    lead: suggestion ? <LeadHint suggestion={suggestion} nameOf={nameOf} /> : undefined,
  };
}

/** What is written on is read by somebody: the table knows by whom. */
function useReaderHints(type: CommandType): Record<string, string> {
  const { triage } = useWords();
  const enterprise = lifecycle[type].reads?.enterprise;
  const department = toldField(type);
  return {
    ...(department ? { [department]: triage.readByDepartment } : {}),
    ...(enterprise ? { [enterprise]: triage.readByEnterprise } : {}),
    ...(enterprise && enterprise === department ? { [enterprise]: triage.readByBoth } : {}),
  };
}

/** Small text beside the options of an act's form: by when each grade is answered, what becomes of a file. */
export function useOptionHints(type: CommandType, loaded: Acting) {
  const { triage } = useWords();
  const replyBy = useReplyBy(loaded);
  const { grade } = loaded.matter.complaint;
  return {
    ...(type === "assign" ? { grade: { A: replyBy("A"), B: replyBy("B"), C: replyBy("C") } } : {}),
    ruling: { upheld: triage.upheldHint(replyBy(grade ?? "B")), refused: triage.refusedHint },
    release: Object.fromEntries(
      loaded.releasable.map(({ id, withheld }) => [
        id,
        withheld ? triage.withheld(triage.withheldReasons[withheld]) : triage.cleaned,
      ]),
    ),
  };
}

/** By when a department would reply that got it now, for a grade. */
function useReplyBy({ replyBy }: Acting) {
  const { triage } = useWords();
  const format = useFormat();
  return (grade: Acting["replyBy"][number]["grade"]): string => {
    const found = replyBy.find((one) => one.grade === grade);
    return found ? triage.replyBy(format.due(found.on), triage.span[found.unit](found.count)) : "";
  };
}
