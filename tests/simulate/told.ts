import type { City, Resident } from "./city.ts";
import { type Act, alive, type Hand, type Matter } from "./matter.ts";

/** Word that somebody must have had. */
export interface Told {
  personId: string;
  kind: string;
  number: string;
  at: number;
}

/** Who is meant by the office's words, and under which number they know the matter. */
type Reader = [Resident, string];

/** What can't wait for the morning, and what always waits for it; the rest as its reader likes. */
const atOnce = [
  "answered",
  "urging",
  "urgingCopy",
  "circular",
  "talkDue",
  "retaliationReported",
  "withdrawn",
  "badlyRated",
];
const inTheMorning = [
  ...["reminder", "dueToday", "signLate", "stepLate", "lookBackDue", "evaluationLapsed", "dateMoved"],
];
export const waitsForMorning = (kind: string, { wantsDigest }: Resident) =>
  inTheMorning.includes(kind) || (wantsDigest && !atOnce.includes(kind));

type Words = readonly (readonly [to: string, kind: string])[];

/** What is told of an act, from the office's own list: to the enterprise E, intake I, supervisors S, one department D, all of them A. */
const words: Record<string, Words | ((act: Act) => Words)> = {
  submit: [
    ["E", "received"],
    ["I", "submitted"],
  ],
  reportedRetaliation: [
    ["E", "received"],
    ["I", "retaliationReported"],
    ["S", "retaliationReported"],
  ],
  accept: [["E", "accepted"]],
  askSupplement: [["E", "supplementAsked"]],
  supplement: [["I", "supplemented"]],
  lapseSupplement: [
    ["I", "supplementLapsed"],
    ["E", "supplementLapsed"],
  ],
  decline: [["E", "declined"]],
  keepAsReference: [["E", "referenced"]],
  assign: [
    ["E", "assigned"],
    ["A", "assignedToYou"],
  ],
  sign: [["E", "signed"]],
  returnAssignment: [["I", "returned"]],
  ruleOnReturn: ({ said }) =>
    said.ruling === "upheld"
      ? [
          ["D", "recalled"],
          ["new", "assignedToYou"],
        ]
      : [["D", "returnRuled"]],
  askExtension: [["S", "extensionAsked"]],
  ruleOnExtension: ({ said }) =>
    said.decision === "granted"
      ? [
          ["D", "extensionGranted"],
          ["E", "extended"],
        ]
      : [["D", "extensionRefused"]],
  recordFirstContact: [["E", "firstContact"]],
  reply: [["S", "replied"]],
  reportMeasure: ({ matter }) => [["S", matter.status === "clearing" ? "writeOffReady" : "measureReported"]],
  acceptReply: [["D", "replyAccepted"]],
  sendBackReply: [["D", "sentBack"]],
  sendBackMeasure: [["D", "measureSentBack"]],
  feedBack: [["E", "answered"]],
  evaluate: ({ matter }) =>
    matter.isBad ? [["S", "badlyRated"]] : [["S", "evaluated"], ...promised(matter)],
  lapseEvaluation: ({ matter }) => [["S", "evaluationLapsed"], ...promised(matter)],
  recordCallBack: ({ matter }) =>
    matter.status === "submitted"
      ? [
          ["E", "reopened"],
          ["I", "reopened"],
        ]
      : [],
  rework: [
    ["E", "rework"],
    ["lead", "sentBack"],
  ],
  waiveRework: ({ matter }) => [["E", "reworkWaived"], ...promised(matter)],
  applyWriteOff: [["S", "writeOffApplied"]],
  approveWriteOff: [
    ["E", "writtenOff"],
    ["A", "writtenOff"],
  ],
  refuseWriteOff: [["S", "writeOffRefused"]],
  lookBack: ({ said }) =>
    said.result === "relapsed"
      ? [
          ["E", "reopened"],
          ["lead", "reopened"],
        ]
      : [["E", "lookedBack"]],
  withdraw: [
    ["S", "withdrawn"],
    ["left", "recalled"],
  ],
  askReview: [["S", "reviewAsked"]],
  answerReview: ({ said }) =>
    said.verdict === "granted"
      ? [
          ["E", "reviewAnswered"],
          ["I", "submitted"],
        ]
      : [["E", "reviewAnswered"]],
  askRetaliation: [["E", "retaliationAsked"]],
  // Rungs of the ladder: the officer O, the leader in charge L, the team whose step it is T.
  reminder: [["O", "reminder"]],
  dueDay: [["D", "dueToday"]],
  urging: [
    ["D", "urging"],
    ["L", "urgingCopy"],
  ],
  circular: [
    ["D", "circular"],
    ["S", "circular"],
    ["L", "circular"],
  ],
  talk: [["S", "talkDue"]],
  signLate: [
    ["D", "signLate"],
    ["I", "signLate"],
  ],
  stepLate: [["T", "stepLate"]],
  lookBackDue: [["S", "lookBackDue"]],
};

const promised = ({ status }: Matter): Words => (status === "rectifying" ? [["A", "rectifying"]] : []);

/** The word of an act to everybody whom it concerns, but not to who did it. `before` is who had it until then. */
export function toldOf(city: City, act: Act, before: readonly Hand[]): Told[] {
  const list = words[act.command];
  const said = typeof list === "function" ? list(act) : (list ?? []);
  // Who hands something in is told that it arrived.
  const silent = ["submit", "reportedRetaliation"].includes(act.command) ? null : act.by?.personId;
  return said.flatMap(([to, kind]) =>
    readers(city, act, before, to)
      .filter(([{ personId }]) => personId !== silent)
      .map(([{ personId }, number]) => ({ personId, kind, number, at: act.at.getTime() })),
  );
}

type Holding = Pick<Hand, "departmentId" | "code">;

function inDepartment({ departments }: City, { departmentId, code }: Holding): Reader[] {
  const body = departments.find(({ id }) => id === departmentId);
  return body ? [body.officer, body.approver].map((person) => [person, code]) : [];
}

function readers(
  city: City,
  { matter, hand, dispatched = [] }: Act,
  before: readonly Hand[],
  to: string,
): Reader[] {
  const known = (people: Resident[]): Reader[] => people.map((one) => [one, matter.number]);
  const team = ["submitted", "accepted"].includes(matter.status) ? city.intake : city.supervisors;
  const ofHands = (hands: readonly Holding[]) => hands.flatMap((holding) => inDepartment(city, holding));
  const own = hand ? ofHands([hand]) : [];
  const leader = city.departments.find(({ id }) => id === hand?.departmentId)?.leader;
  switch (to) {
    case "E":
      return known([matter.enterprise as Resident]);
    case "I":
      return known(city.intake);
    case "S":
      return known(city.supervisors);
    case "T":
      return known(team);
    case "D":
      return own;
    case "O":
      return own.filter(([{ post }]) => post === "officer");
    case "L":
      return leader && hand ? [[leader, hand.code]] : [];
    case "A":
      return ofHands(alive(matter));
    case "lead":
      return ofHands(alive(matter).filter(({ part }) => part === "lead"));
    case "new":
      return ofHands(dispatched);
    default:
      return ofHands(before);
  }
}
