import { useWords } from "../../i18n/use-words.ts";
import { TextLink } from "../../ui/button.tsx";
import { NoticeBanner } from "../../ui/notice-banner.tsx";
import type { Workspace } from "./triage.tsx";
import { workspacePath } from "./workspace.ts";

interface DoneBannerProps {
  done: NonNullable<Workspace["done"]>;
  workspace: Workspace;
}

/** What was just done and what is shown now, with the way back, as long as there is one. */
export function DoneBanner({ done, workspace }: DoneBannerProps) {
  const { triage } = useWords();
  const { open, queue, place } = workspace;
  const stays = open?.complaint.number === done.number;
  return (
    <NoticeBanner tone="success" title={useTitle(done)}>
      {!open ? triage.doneEmpty : stays ? triage.doneStays : triage.doneNext}{" "}
      {stays || done.isGone ? null : (
        <TextLink to={workspacePath(queue, { ...place, open: done.number })}>{triage.seeDone}</TextLink>
      )}
    </NoticeBanner>
  );
}

function useTitle({ command, number, isGone }: DoneBannerProps["done"]): string {
  const { clue, office, triage } = useWords();
  if (isGone && command === "moveToClue") return clue.moved(number);
  if (isGone && command === "recuse") return clue.recused(number);
  return triage.done(number, office.commands[command].done);
}
