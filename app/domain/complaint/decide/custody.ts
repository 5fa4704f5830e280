import { addDays, dayOf } from "../../clock/day.ts";
import { CUSTODIANS_NEEDED, UNSEALING_DAYS, unsealingState } from "../../custody/custody.ts";
import { add, type Change, patch } from "../change.ts";
import type { Unsealing } from "../complaint.ts";
import { type Decide, type Deciding, personOf, refuse } from "./deciding.ts";

const SECRECY = ["named", "confidential", "sealed"] as const;

/**
 * Only ever more secret. What a department was given of the name is taken back with it; to be sealed, the complaint
 * goes over to a reporter of its own, whom the act then seals.
 */
export const raiseDisclosure: Decide<"raiseDisclosure"> = (on, { to }) => {
  const { id, disclosure } = on.matter.complaint;
  if (SECRECY.indexOf(to) <= SECRECY.indexOf(disclosure)) return refuse("notMoreSecret");
  const reporter = to === "sealed" ? { reporterId: on.newId() } : {};
  const named = on.matter.assignment.filter(({ namedPoint }) => namedPoint !== null);
  return {
    outcome: "raised",
    changes: [
      patch("complaint", id, { disclosure: to, ...reporter }),
      ...named.map((one) => patch("assignment", one.id, { namedPoint: null })),
    ],
  };
};

export const askUnsealing: Decide<"askUnsealing"> = (on, { reader, purpose, until }) => {
  const { id, disclosure } = on.matter.complaint;
  const today = dayOf(on.at);
  if (disclosure !== "sealed") return refuse("notSealed");
  if (!on.around.readers.includes(reader)) return refuse("noSuchPerson");
  if (until < today || until > addDays(today, UNSEALING_DAYS)) return refuse("unsealingDates");
  const running = ["waiting", "approved"];
  const isAsked = on.matter.unsealing.some(
    (one) => one.readerId === reader && running.includes(unsealingState(one, today)),
  );
  if (isAsked) return refuse("unsealingAsked");
  const undecided = { approvedAt: null, refusedAt: null, endedAt: null };
  const who = { askedById: personOf(on), readerId: reader };
  const row = {
    id: on.newId(),
    complaintId: id,
    ...who,
    purpose,
    untilOn: until,
    askedAt: on.at,
    ...undecided,
  };
  return { outcome: "asked", changes: [add("unsealing", row)] };
};

export const approveUnsealing: Decide<"approveUnsealing"> = (on, { request, reason }) => {
  const found = decidable(on, request);
  if ("refusal" in found) return found;
  const { id } = found;
  const before = on.matter.unsealingVote.filter((vote) => vote.unsealingId === id && vote.approved);
  const vote = voteOf(on, found, true, reason);
  if (before.length + 1 < CUSTODIANS_NEEDED) return { outcome: "first", changes: [vote] };
  return { outcome: "approved", changes: [vote, patch("unsealing", id, { approvedAt: on.at })] };
};

/** One custodian who does not agree is enough. */
export const refuseUnsealing: Decide<"refuseUnsealing"> = (on, { request, reason }) => {
  const found = decidable(on, request);
  if ("refusal" in found) return found;
  const changes = [voteOf(on, found, false, reason), patch("unsealing", found.id, { refusedAt: on.at })];
  return { outcome: "refused", changes };
};

/** Whoever asked, the reader and the custodians may end it before its day; nobody needs a reason to know less. */
export const endUnsealing: Decide<"endUnsealing"> = (on, { request }) => {
  const found = on.matter.unsealing.find(({ id }) => id === request);
  if (!found || !["waiting", "approved"].includes(unsealingState(found, dayOf(on.at))))
    return refuse("noSuchRequest");
  const isTheirs = on.actor.kind === "custodian" || isPartyTo(found, personOf(on));
  if (!isTheirs) return refuse("notAllowed");
  return { outcome: "ended", changes: [patch("unsealing", found.id, { endedAt: on.at })] };
};

const isPartyTo = ({ askedById, readerId }: Unsealing, personId: string) =>
  personId === askedById || personId === readerId;

/** The request, where this custodian may still decide it: neither their own nor decided by them before. */
function decidable(on: Deciding, request: string) {
  const found = on.matter.unsealing.find(({ id }) => id === request);
  if (!found || unsealingState(found, dayOf(on.at)) !== "waiting") return refuse("noSuchRequest");
  const custodian = personOf(on);
  if (isPartyTo(found, custodian)) return refuse("ownUnsealing");
  const isDecided = on.matter.unsealingVote.some(
    (vote) => vote.unsealingId === found.id && vote.custodianId === custodian,
  );
  return isDecided ? refuse("decidedBefore") : found;
}

function voteOf(on: Deciding, { id, complaintId }: Unsealing, approved: boolean, reason: string): Change {
  const custodianId = personOf(on);
  return add("unsealingVote", {
    id: on.newId(),
    complaintId,
    unsealingId: id,
    custodianId,
    approved,
    reason,
    at: on.at,
  });
}
