import { ENDED_STATUSES } from "../../../../db/vocabulary.ts";
import { useFormat, useWords } from "../../../i18n/use-words.ts";
import { TextLink } from "../../../ui/button.tsx";
import { Card } from "../../../ui/card.tsx";
import { type Fact, Facts } from "../../../ui/facts.tsx";
import type { Loaded } from "./loading.server.ts";
import { usePersonName } from "./names.ts";

/** How it ended, by whom and why, and what still follows. */
export function Outcome({ loaded }: { loaded: Loaded }) {
  const { office, desk } = useWords();
  const { status } = loaded.matter.complaint;
  const ending = useEnding(loaded);
  const lookBacks = useLookBacks(loaded);
  const after = useAfter(loaded);
  if (!(ENDED_STATUSES as readonly string[]).includes(status)) return null;
  return (
    <Card title={desk.outcome}>
      <Facts
        items={[{ term: desk.result, value: office.statuses[status] }, ...ending, ...after, ...lookBacks]}
      />
    </Card>
  );
}

const endings: readonly string[] = ["approveWriteOff", "decline", "keepAsReference", "merge", "withdraw"];

function useEnding({ events, matter, primary }: Loaded): (Fact | false)[] {
  const { office, desk } = useWords();
  const format = useFormat();
  const personName = usePersonName();
  const { complaint, writeOff } = matter;
  const ending = events.find((one) => endings.includes(one.command));
  const decided = writeOff.findLast((one) => one.approved);
  const why = ending?.said.reason ?? ending?.said.words;
  return [
    ending !== undefined && {
      term: desk.endedOn,
      value: format.instant(ending.at),
      note: personName(ending),
    },
    complaint.status === "closed" &&
      decided !== undefined && {
        term: desk.solved,
        value: decided.solved ? desk.isSolved : desk.isNotSolved,
      },
    complaint.declineGround !== null && {
      term: office.inputs.ground,
      value: office.declineGrounds[complaint.declineGround],
    },
    primary !== null && {
      term: desk.mergedInto,
      value: <TextLink to={`/desk/complaints/${primary}`}>{primary}</TextLink>,
    },
    typeof why === "string" && { term: office.inputs.reason, value: why },
  ];
}

/** What is owed or was done after an end that the enterprise may question: a review, a call-back. */
function useAfter({ matter }: Loaded): (Fact | false)[] {
  const { office, desk } = useWords();
  const format = useFormat();
  const { complaint, callBack } = matter;
  return [
    complaint.reviewAskedAt !== null && {
      term: office.commands.askReview.label,
      value: format.instant(complaint.reviewAskedAt),
      note: complaint.reviewAnsweredAt
        ? desk.reviewAnswered(format.instant(complaint.reviewAnsweredAt))
        : desk.notYetAnswered,
    },
    complaint.status === "withdrawn" && callBack.length === 0 && { term: desk.callBack, value: desk.notYet },
  ];
}

function useLookBacks({ matter, standing }: Loaded): Fact[] {
  const { office, desk } = useWords();
  const format = useFormat();
  if (matter.complaint.status !== "closed") return [];
  const count = matter.complaint.lookBacks;
  // Those before a reopening were of another end.
  const done = count > 0 ? matter.lookBack.slice(-count) : [];
  return standing.lookBackOn.map((day, index) => {
    const looked = done.find((one) => one.nth === index + 1);
    const term = desk.lookBackNth(index + 1);
    if (!looked) return { term, value: desk.dueBy(format.due(day)) };
    const note = [format.instant(looked.lookedAt), looked.words].filter(Boolean).join(" · ");
    return { term, value: office.lookBackResults[looked.result], note };
  });
}
