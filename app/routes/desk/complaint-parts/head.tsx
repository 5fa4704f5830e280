import { isForOthers, ownerOf } from "../../../domain/complaint/turn.ts";
import { useFormat, useWords } from "../../../i18n/use-words.ts";
import { DateDue } from "../../../ui/date-due.tsx";
import { Journey } from "../../../ui/journey.tsx";
import { Lamp } from "../../../ui/lamp.tsx";
import { PageHead } from "../../../ui/page-head.tsx";
import { UrgentMark } from "../../../ui/urgent-mark.tsx";
import { WhyDate } from "../../../ui/why-date.tsx";
import { useJourney } from "./journey.ts";
import type { Loaded } from "./loading.server.ts";

/** What it is, where it stands, whose turn it is, by when. */
export function Head({ loaded }: { loaded: Loaded }) {
  const { office, desk, erasure } = useWords();
  const { complaint } = loaded.matter;
  const { lamp } = loaded.standing;
  const steps = useJourney(loaded);
  const eyebrow = [
    complaint.number,
    office.kinds[complaint.kind],
    complaint.grade ? office.grades[complaint.grade] : desk.noGrade,
    office.sources[complaint.source],
    desk.disclosures[complaint.disclosure],
    complaint.keyProblem ? desk.keyProblem : "",
  ];
  const hasEnded = complaint.status === "closed" && (lamp?.lamp === "blue" || lamp?.lamp === "late");
  return (
    <>
      <PageHead
        title={complaint.title || erasure.gone}
        eyebrow={eyebrow.filter(Boolean).join(" · ")}
        lead={<WhoseTurn loaded={loaded} />}
        aside={
          <>
            {complaint.urgent ? <UrgentMark /> : null}
            {lamp ? <Lamp {...lamp} /> : null}
            {complaint.dueOn && !hasEnded ? <DateDue on={complaint.dueOn} /> : null}
            {loaded.why.complaint && !hasEnded ? <WhyDate why={loaded.why.complaint} isFloating /> : null}
          </>
        }
      />
      {complaint.status === "clue" ? null : <Journey label={desk.journey} steps={steps} />}
    </>
  );
}

type Turned = Pick<Loaded, "matter" | "standing" | "role" | "hasHandled" | "acts">;

/** Whether the next step is the reader's own. */
export const isOwnTurn = ({ standing: { turn }, role, hasHandled, acts }: Turned) =>
  ownerOf(turn) === role &&
  !(isForOthers(turn) && hasHandled) &&
  // Whoever confirmed first waits for the second.
  (turn !== "secondLine" || acts.includes("approveWriteOff"));

/** The status in a sentence: what happens next, and who does it. */
export function WhoseTurn({ loaded }: { loaded: Turned }) {
  const { office, desk } = useWords();
  const format = useFormat();
  const { complaint } = loaded.matter;
  const { turn, lookBackOn } = loaded.standing;
  const mine = isOwnTurn(loaded) ? desk.yourTurn[turn] : undefined;
  const nextLookBack = lookBackOn[complaint.lookBacks];
  const isLookedBack = turn === "closed" && nextLookBack === undefined;
  return (
    <p>
      <strong>{office.statuses[complaint.status]}</strong> ·{" "}
      {isLookedBack ? desk.lookedBackTwice : (mine ?? desk.turns[turn])}{" "}
      {turn === "closed" && nextLookBack ? desk.nextLookBack(format.due(nextLookBack)) : null}
      {isForOthers(turn) && loaded.hasHandled && !isLookedBack ? desk.handledByYou : null}
    </p>
  );
}
