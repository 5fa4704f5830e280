import { useWords } from "../../i18n/use-words.ts";
import { TextLink } from "../../ui/button.tsx";
import { NoticeBanner } from "../../ui/notice-banner.tsx";
import type { Workspace } from "./triage.tsx";
import { workspacePath } from "./workspace.ts";

interface DoneBannerProps {
  done: NonNullable<Workspace["done"]>;
  workspace: Workspace;
}

/** What was just done and what is shown now, with the way back. */
export function DoneBanner({ done, workspace }: DoneBannerProps) {
  const { office, triage } = useWords();
  const { open, queue, place } = workspace;
  const stays = open?.complaint.number === done.number;
  return (
    <NoticeBanner tone="success" title={triage.done(done.number, office.commands[done.command].done)}>
      {!open ? triage.doneEmpty : stays ? triage.doneStays : triage.doneNext}{" "}
      {stays ? null : (
        <TextLink to={workspacePath(queue, { ...place, open: done.number })}>{triage.seeDone}</TextLink>
      )}
    </NoticeBanner>
  );
}
