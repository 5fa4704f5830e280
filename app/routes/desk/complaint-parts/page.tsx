import type { CommandType } from "../../../domain/complaint/commands.ts";
import type { NotDone } from "../../../http/desk-act.server.ts";
import { useWords } from "../../../i18n/use-words.ts";
import { Columns } from "../../../ui/columns.tsx";
import { NoticeBanner } from "../../../ui/notice-banner.tsx";
import { ActPanel } from "./act-panel.tsx";
import { Assignments } from "./assignments.tsx";
import { ClueHint } from "./clue-hint.tsx";
import { Course } from "./course.tsx";
import { Erasure } from "./erasure.tsx";
import { Head, isOwnTurn } from "./head.tsx";
import type { Loaded } from "./loading.server.ts";
import { Said } from "./said.tsx";
import { Side } from "./side.tsx";

interface ComplaintPageProps {
  loaded: Loaded;
  /** Why the act that was sent is not done. */
  answered?: Omit<NotDone, "status">;
  /** What was just done to it. */
  done?: CommandType | null;
}

/** A complaint as its team of the commission works on it. */
export function ComplaintPage({ loaded, answered, done }: ComplaintPageProps) {
  const words = useWords();
  const { number } = loaded.matter.complaint;
  const path = (act: string | null) => [`${loaded.place}/${number}`, act].filter(Boolean).join("/");
  return (
    <>
      <title>{`${number} · ${words.ui.product}`}</title>
      {done ? (
        <NoticeBanner tone="success" title={words.triage.done(number, words.office.commands[done].done)} />
      ) : null}
      <Head loaded={loaded} />
      <ClueHint loaded={loaded} path={path} />
      <Erasure loaded={loaded} />
      <ActPanel
        loaded={loaded}
        answered={answered}
        path={path}
        isTurn={isOwnTurn(loaded)}
        hasHandled={loaded.hasHandled}
      />
      <Columns
        side={
          <>
            <Side loaded={loaded} />
            <Assignments loaded={loaded} />
          </>
        }
      >
        <Said loaded={loaded} />
        <Course loaded={loaded} />
      </Columns>
    </>
  );
}
