import { JOURNEY } from "../../../../db/vocabulary.ts";
import { statuses } from "../../../domain/complaint/lifecycle.ts";
import { useFormat, useWords } from "../../../i18n/use-words.ts";
import { DateDue } from "../../../ui/date-due.tsx";
import { Journey } from "../../../ui/journey.tsx";
import { Lamp } from "../../../ui/lamp.tsx";
import { PageHead } from "../../../ui/page-head.tsx";
import type { Loaded } from "../complaint.tsx";

/** What it is, where it stands, by when. */
export function Head({ loaded }: { loaded: Loaded }) {
  const { office, desk } = useWords();
  const format = useFormat();
  const { complaint } = loaded.matter;
  const eyebrow = [
    complaint.number,
    office.kinds[complaint.kind],
    complaint.grade ? office.grades[complaint.grade] : desk.noGrade,
    complaint.keyProblem ? desk.keyProblem : "",
    format.instant(complaint.submittedAt),
  ];
  const step = JOURNEY.indexOf(statuses[complaint.status].step);
  const isAllDone = complaint.status === "closed";
  return (
    <>
      <PageHead
        title={complaint.title}
        eyebrow={eyebrow.filter(Boolean).join(" · ")}
        lead={
          <p>
            <strong>{office.statuses[complaint.status].label}</strong> · {desk.statusFor[complaint.status]}
          </p>
        }
        aside={
          <>
            {loaded.lamp ? <Lamp {...loaded.lamp} /> : null}
            {complaint.dueOn ? <DateDue on={complaint.dueOn} /> : null}
          </>
        }
      />
      <Journey
        label={desk.journey}
        steps={JOURNEY.map((name, index) => ({
          label: office.journey[name],
          state: isAllDone || index < step ? "done" : index === step ? "current" : "todo",
        }))}
      />
    </>
  );
}
