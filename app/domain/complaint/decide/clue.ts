import { add, patch } from "../change.ts";
import { type Clue, openClue } from "../complaint.ts";
import { type Decide, refuse } from "./deciding.ts";

/** A complaint's new stay with the discipline team. */
export const arrival = (id: string, complaintId: string, arrivedAt: Date): Clue => ({
  id,
  complaintId,
  arrivedAt,
  acceptedAt: null,
  acceptDueOn: null,
  concludedAt: null,
  result: null,
  returnedAt: null,
});

export const moveToClue: Decide<"moveToClue"> = (on) => {
  // What follows it would be left behind with a primary that nobody can see.
  if (on.around.mergedIds.length > 0) return refuse("hasMerged");
  return {
    outcome: "moved",
    changes: [add("clue", arrival(on.newId(), on.matter.complaint.id, on.at))],
  };
};

export const acceptClue: Decide<"acceptClue"> = (on) => {
  const clue = openClue(on.matter);
  if (!clue) return refuse("clueConcluded");
  if (clue.acceptedAt) return refuse("clueAcceptedBefore");
  const accepted = { acceptedAt: on.at, acceptDueOn: on.matter.complaint.dueOn };
  return { outcome: "accepted", changes: [patch("clue", clue.id, accepted)] };
};

export const noteClue: Decide<"noteClue"> = () => ({ outcome: "noted", changes: [] });

export const concludeClue: Decide<"concludeClue"> = (on, { clueResult: result }) => {
  const clue = openClue(on.matter);
  if (!clue) return refuse("clueConcluded");
  if (!clue.acceptedAt) return refuse("clueNotAccepted");
  return {
    outcome: "concluded",
    changes: [
      patch("clue", clue.id, { concludedAt: on.at, result }),
      patch("complaint", on.matter.complaint.id, { endedAt: on.at }),
    ],
  };
};

/** It is none: the office begins anew, with all its days. */
export const returnFromClue: Decide<"returnFromClue"> = (on) => {
  const clue = openClue(on.matter);
  if (!clue) return refuse("clueConcluded");
  return {
    outcome: "returned",
    changes: [
      patch("clue", clue.id, { returnedAt: on.at }),
      patch("complaint", on.matter.complaint.id, { triageFrom: on.at }),
    ],
  };
};
