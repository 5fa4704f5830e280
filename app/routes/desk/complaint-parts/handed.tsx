import { useWords } from "../../../i18n/use-words.ts";
import { DateDue } from "../../../ui/date-due.tsx";
import { FileList } from "../../../ui/file-list.tsx";
import { StatusChip } from "../../../ui/status-chip.tsx";
import type { Tone } from "../../../ui/tone.ts";
import type { Happened } from "./course.tsx";
import type { Loaded } from "./loading.server.ts";
import { useDepartmentName } from "./names.ts";

type Measure = Loaded["matter"]["measure"][number];

const tones: Record<Measure["status"], Tone> = { promised: "neutral", reported: "blue", confirmed: "green" };

/** What came with an act: the measure it was about, evidence, files given to a department. */
export function Handed({ loaded, rows }: { loaded: Loaded; rows: Happened["rows"] }) {
  const { desk } = useWords();
  const departmentName = useDepartmentName(loaded.departments);
  const { assignment, evidence, releasedAttachment, measure } = loaded.matter;
  const among = (entity: string) => (row: { id: string }) =>
    rows.some((one) => one.entity === entity && one.id === row.id);
  const released = releasedAttachment.filter(among("releasedAttachment"));
  const shown = evidence.filter(among("evidence"));
  return (
    <>
      {measure.filter(among("measure")).map((one) => (
        <MeasureLine key={one.id} measure={one} />
      ))}
      {shown.length > 0 ? (
        <FileList files={shown.map((file) => ({ ...file, to: `/desk/files/evidence/${file.id}` }))} />
      ) : null}
      {assignment.map((hand) => {
        const given = released.filter((file) => file.assignmentId === hand.id);
        if (given.length === 0) return null;
        return (
          <div key={hand.id}>
            <p className="text-small text-soft">{desk.releasedTo(departmentName(hand.departmentId))}</p>
            <FileList files={given.map((file) => ({ ...file, to: `/desk/files/released/${file.id}` }))} />
          </div>
        );
      })}
    </>
  );
}

/** A promised measure as it stands now: what, who, by when. */
export function MeasureLine({ measure }: { measure: Measure }) {
  const { erasure, office } = useWords();
  return (
    <div className="rounded-md border border-hair bg-side px-3 py-2">
      <p>{measure.words || erasure.gone}</p>
      <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-small text-soft">
        <StatusChip label={office.measureStatuses[measure.status]} tone={tones[measure.status]} />
        {measure.owner}
        <DateDue on={measure.dueOn} />
      </p>
    </div>
  );
}
