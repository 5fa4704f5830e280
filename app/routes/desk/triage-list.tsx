import { QUEUE_COUNT_LIMIT, QUEUE_PAGE } from "../../domain/ledger/queue.ts";
import { useFormat, useLocale, useWords } from "../../i18n/use-words.ts";
import { TextLink } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Lamp } from "../../ui/lamp.tsx";
import { QueueList } from "../../ui/queue-list.tsx";
import { UrgentMark } from "../../ui/urgent-mark.tsx";
import type { Workspace } from "./triage.tsx";
import { markOfRow, workspacePath } from "./workspace.ts";

interface TriageListProps {
  workspace: Workspace;
  /** How many wait in the whole queue, where the frame has counted. */
  count: number | undefined;
}

/** The queue at the left, the oldest promise first. */
export function TriageList({ workspace, count }: TriageListProps) {
  const { erasure, triage, office } = useWords();
  const locale = useLocale();
  const format = useFormat();
  const { queue, items, open, place } = workspace;
  const waiting = count ?? items.length;
  const last = items.length === QUEUE_PAGE ? items.at(-1) : undefined;
  return (
    <QueueList
      title={`${triage.queues[queue]} ${waiting > QUEUE_COUNT_LIMIT ? `${QUEUE_COUNT_LIMIT}+` : format.number(waiting)}`}
      note={items.some(({ urgent }) => urgent) ? triage.urgentFirst : triage.oldestFirst}
      isPage={!workspace.isOpen}
      items={items.map((item) => ({
        to: workspacePath(queue, { ...place, open: item.number }),
        number: item.number,
        title: item.title || erasure.gone,
        detail: [
          office.statuses[item.status],
          (locale === "en" ? item.leadEn : item.lead) ?? office.fields[item.field],
        ].join(" · "),
        mark: item.urgent ? <UrgentMark /> : null,
        lamp: item.lamp ? <Lamp {...item.lamp} /> : null,
        current: item.number === open?.complaint.number,
      }))}
      empty={<Empty title={triage.emptyTitle}>{triage.empty[queue]}</Empty>}
      more={
        last || place.after ? (
          <>
            {place.after ? <TextLink to={workspacePath(queue)}>{triage.fromStart}</TextLink> : null}
            {last ? (
              <TextLink to={workspacePath(queue, { after: markOfRow(last) })}>{triage.showMore}</TextLink>
            ) : null}
          </>
        ) : null
      }
    />
  );
}
