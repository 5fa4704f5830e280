import { useSearchParams } from "react-router";
import { useFormat, useWords } from "../../i18n/use-words.ts";
import { TextLink } from "../../ui/button.tsx";
import { DateDue } from "../../ui/date-due.tsx";
import { Lamp } from "../../ui/lamp.tsx";
import { NoticeBanner } from "../../ui/notice-banner.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { UrgentMark } from "../../ui/urgent-mark.tsx";
import { ActPanel } from "./complaint-parts/act-panel.tsx";
import { ClueHint } from "./complaint-parts/clue-hint.tsx";
import { Erasure } from "./complaint-parts/erasure.tsx";
import { isOwnTurn, WhoseTurn } from "./complaint-parts/head.tsx";
import { useDepartmentName } from "./complaint-parts/names.ts";
import type { Answered, Opened, Workspace } from "./triage.tsx";
import { TriageDepartments } from "./triage-departments.tsx";
import { TriageSaid } from "./triage-said.tsx";
import { TriageSimilar } from "./triage-similar.tsx";
import { workspacePath } from "./workspace.ts";

interface TriageOpenProps {
  opened: Opened;
  workspace: Workspace;
  answered: Answered;
}

/** One of the queue: what was said, what may be done, and what it is like. */
export function TriageOpen({ opened, workspace, answered }: TriageOpenProps) {
  const { triage, ui } = useWords();
  const { queue, place, items, isOpen } = workspace;
  const { number } = opened.complaint;
  const nameOf = useDepartmentName(opened.departments);
  const [params] = useSearchParams();
  const here = { ...place, open: number };
  const waits = items.some((item) => item.number === number);
  return (
    <>
      <p className="mb-2 desk:hidden">
        <TextLink to={workspacePath(queue, place)}>{triage.backTo(triage.queues[queue])}</TextLink>
      </p>
      {isOpen && !waits && !place.after ? <NoticeBanner tone="info">{triage.notInQueue}</NoticeBanner> : null}
      <Head opened={opened} isPart={!isOpen} />
      <TriageSaid opened={opened} />
      <ClueHint loaded={opened} path={(act) => workspacePath(queue, { ...here, act })} />
      <TriageDepartments opened={opened} />
      <Erasure loaded={opened} />
      <ActPanel
        loaded={opened}
        answered={answered}
        isTurn={isOwnTurn(opened)}
        hasHandled={opened.hasHandled}
        path={(act) => workspacePath(queue, { ...here, act })}
        given={givenIn(params)}
        keys={[
          { key: "J", label: triage.next },
          { key: "K", label: triage.previous },
          { key: "Enter", label: triage.enter },
          { key: "/", label: ui.search },
        ]}
      />
      {opened.alike ? (
        <TriageSimilar
          similar={opened.alike.similar}
          suggestion={opened.alike.suggestion}
          nameOf={nameOf}
          assignAt={(lead) => workspacePath(queue, { ...here, act: "assign", lead })}
          isTyping={opened.open !== null}
          openAt={(other) => workspacePath(queue, { ...place, open: other })}
          mergeAt={(other) => workspacePath(queue, { ...here, act: "merge", primary: other })}
        />
      ) : null}
    </>
  );
}

/** What a link has filled into the form. */
function givenIn(params: URLSearchParams): Record<string, string> {
  const given = ["lead", "primary"].map((name) => [name, params.get(name)] as const);
  return Object.fromEntries(given.filter((pair): pair is [string, string] => pair[1] !== null));
}

function Head({ opened, isPart }: { opened: Opened; isPart: boolean }) {
  const { office, desk, erasure, triage } = useWords();
  const format = useFormat();
  const { complaint } = opened;
  const { lamp } = opened.standing;
  const eyebrow = [
    complaint.number,
    office.kinds[complaint.kind],
    complaint.grade ? office.grades[complaint.grade] : "",
    desk.disclosures[complaint.disclosure],
    complaint.keyProblem ? desk.keyProblem : "",
    format.instant(complaint.submittedAt),
  ];
  return (
    <PageHead
      title={complaint.title || erasure.gone}
      isPart={isPart}
      eyebrow={eyebrow.filter(Boolean).join(" · ")}
      lead={<WhoseTurn loaded={opened} />}
      aside={
        <>
          {complaint.urgent ? <UrgentMark /> : null}
          {lamp ? <Lamp {...lamp} /> : null}
          {complaint.dueOn ? <DateDue on={complaint.dueOn} /> : null}
          <TextLink to={`/desk/complaints/${complaint.number}`}>{triage.openWhole}</TextLink>
        </>
      }
    />
  );
}
