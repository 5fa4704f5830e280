import { type Act, alive, earliest, type Hand, inWork, type Matter, openVows } from "./matter.ts";
import { type Day, dayAt, type OfficeDays, type Period } from "./office-days.ts";
import { periods } from "./periods.ts";

/** What an act makes of a matter: its status and every date, told by the office's paper and a calendar. */
export function become(days: OfficeDays, act: Act): void {
  const consequence = consequences[act.command];
  if (!consequence) throw new Error(`nobody knows what comes of ${act.command}`);
  consequence(days, act);
  const { matter } = act;
  if (matter.status === "handling") {
    const open = alive(matter).filter(inWork);
    const counted = open.length > 0 ? open : alive(matter);
    matter.dueOn = earliest(counted.map((hand) => hand.replyDueOn));
  }
  if (matter.status === "rectifying") matter.dueOn = earliest(openVows(matter).map((vow) => vow.dueOn));
}

type Consequence = (days: OfficeDays, act: Act) => void;

function enter({ matter, at }: Act, status: Matter["status"], dueOn: Day | null = null) {
  matter.status = status;
  matter.dueOn = dueOn;
  matter.setOn = dayAt(at);
  matter.entered++;
}

const enterFor = (days: OfficeDays, act: Act, status: Matter["status"], period: Period) =>
  enter(act, status, days.due(act.at, period));

/** It comes to intake, for the first time or again. */
function toIntake(days: OfficeDays, act: Act) {
  const { matter } = act;
  matter.intakeDueOn = days.due(act.at, matter.isArrears ? periods.arrearsIntake : periods.intake);
  Object.assign(matter, { acceptedAt: null, isBad: false, heldOn: null });
  enter(act, "submitted", matter.intakeDueOn);
}

/** The enterprise has said what it was asked for, or nothing in time. */
const resume: Consequence = (days, act) => {
  const { matter } = act;
  matter.intakeDueOn = days.pushed(matter.intakeDueOn, matter.heldOn ?? "", dayAt(act.at));
  const { setOn } = matter;
  matter.heldOn = null;
  enter(act, "submitted", matter.intakeDueOn);
  matter.setOn = setOn;
};

function dispatch(days: OfficeDays, { matter, at, dispatched = [] }: Act, mayReturn: boolean) {
  matter.acceptedAt ??= at;
  const period = periods[matter.isArrears ? "arrears" : matter.grade];
  const cap = days.due(matter.acceptedAt, matter.isArrears ? periods.arrearsCap : periods.cap);
  const full = days.due(at, period);
  const replyDueOn = cap < full && cap > days.arrival(at) ? cap : full;
  for (const row of dispatched) {
    matter.hands.push({
      ...row,
      status: "dispatched",
      round: 1,
      signDueOn: days.due(at, periods.sign),
      contactDueOn: days.due(at, periods.contact),
      returnDueOn: days.due(at, periods.giveBack),
      replyDueOn,
      originalReplyDueOn: replyDueOn,
      dispatchedOn: dayAt(at),
      setOn: dayAt(at),
      isSigned: false,
      isContacted: false,
      mayReturn,
      heldOn: null,
      extension: "none",
      until: null,
    });
  }
}

function again(days: OfficeDays, { at }: Act, hand: Hand) {
  hand.status = "redo";
  hand.round++;
  hand.replyDueOn = days.due(at, periods.rework);
  hand.setOn = dayAt(at);
  // What was asked for the round before is settled with it.
  if (hand.extension === "asked") hand.extension = "ruled";
}

function againByLead(days: OfficeDays, act: Act) {
  for (const hand of alive(act.matter).filter(({ part }) => part === "lead")) again(days, act, hand);
  act.matter.isBad = false;
  act.matter.reworks++;
  enter(act, "handling");
}

/** On to the write-off, or first to what was promised. */
function toClearing(days: OfficeDays, act: Act) {
  if (openVows(act.matter).length > 0) enter(act, "rectifying");
  else enterFor(days, act, "clearing", periods.clear);
}

const handOf = ({ hand }: Act): Hand => hand as Hand;

const consequences: Record<string, Consequence> = {
  submit: toIntake,
  accept: (_, act) => {
    act.matter.acceptedAt ??= act.at;
    const { setOn } = act.matter;
    enter(act, "accepted", act.matter.intakeDueOn);
    act.matter.setOn = setOn;
  },
  askSupplement: (days, act) => {
    const { setOn } = act.matter;
    act.matter.heldOn = dayAt(act.at);
    act.matter.supplements++;
    enterFor(days, act, "supplementing", periods.supplement);
    act.matter.setOn = setOn;
  },
  supplement: resume,
  lapseSupplement: resume,
  decline: (_, act) => enter(act, "declined"),
  keepAsReference: (_, act) => {
    act.matter.isReferenced = true;
    enter(act, "referenced");
  },
  assign: (days, act) => {
    act.matter.grade = act.said.grade as Matter["grade"];
    dispatch(days, act, true);
    enter(act, "handling");
  },
  sign: (_, act) => Object.assign(handOf(act), { status: "signed", isSigned: true }),
  returnAssignment: (_, act) =>
    Object.assign(handOf(act), { status: "returning", heldOn: dayAt(act.at), mayReturn: false }),
  ruleOnReturn: (days, act) => {
    const hand = handOf(act);
    if (act.said.ruling === "upheld") {
      hand.status = "recalled";
      return dispatch(days, act, false);
    }
    const push = (due: Day) => days.pushed(due, hand.heldOn ?? "", dayAt(act.at));
    hand.status = hand.isSigned ? "signed" : "dispatched";
    hand.replyDueOn = push(hand.replyDueOn);
    if (!hand.isSigned) hand.signDueOn = push(hand.signDueOn);
    if (!hand.isContacted) hand.contactDueOn = push(hand.contactDueOn);
    Object.assign(hand, { heldOn: null, setOn: dayAt(act.at) });
  },
  recordFirstContact: (_, act) => Object.assign(handOf(act), { isContacted: true }),
  askExtension: (days, act) =>
    Object.assign(handOf(act), { extension: "asked", until: days.fromOn(act.said.until as Day) }),
  ruleOnExtension: (_, act) => {
    const hand = handOf(act);
    hand.extension = "ruled";
    if (act.said.decision !== "granted") return;
    Object.assign(hand, { replyDueOn: hand.until, setOn: dayAt(act.at) });
  },
  reply: (days, act) => {
    handOf(act).status = "replied";
    if (!alive(act.matter).some(inWork)) enterFor(days, act, "verifying", periods.verify);
  },
  promiseMeasure: (days, act) => {
    const dueOn = days.fromOn(act.said.dueOn as Day);
    const vow = { id: act.vowId ?? "", hand: handOf(act), dueOn, setOn: dayAt(act.at) };
    act.matter.vows.push({ ...vow, status: "promised", sentBack: false });
  },
  reportMeasure: (days, act) => {
    Object.assign(act.vow ?? {}, { status: "reported" });
    if (act.matter.status === "rectifying" && openVows(act.matter).length === 0) toClearing(days, act);
  },
  acceptReply: (_, act) => Object.assign(handOf(act), { status: "accepted" }),
  sendBackReply: (days, act) => {
    again(days, act, handOf(act));
    enter(act, "handling");
  },
  confirmMeasure: (_, act) => Object.assign(act.vow ?? {}, { status: "confirmed" }),
  sendBackMeasure: (days, act) => {
    const again = { status: "promised", sentBack: true, setOn: dayAt(act.at) };
    Object.assign(act.vow ?? {}, { ...again, dueOn: days.fromOn(act.said.dueOn as Day) });
    act.matter.isApplied = false;
    enter(act, "rectifying");
  },
  feedBack: (days, act) => {
    Object.assign(act.matter, { answeredOn: dayAt(act.at), isHeard: false });
    enterFor(days, act, "feedback", periods.evaluate);
  },
  evaluate: (days, act) => {
    const isBad = String(act.said.rating).toLowerCase().endsWith("dissatisfied");
    Object.assign(act.matter, { isBad, isHeard: !isBad });
    if (isBad) enterFor(days, act, "verifying", periods.verify);
    else toClearing(days, act);
  },
  lapseEvaluation: toClearing,
  recordCallBack: (days, act) => {
    const { matter } = act;
    matter.owesCall = false;
    matter.isHeard = true;
    if (matter.status === "withdrawn" && act.said.pressed) toIntake(days, act);
  },
  rework: againByLead,
  waiveRework: (days, act) => {
    act.matter.isBad = false;
    toClearing(days, act);
  },
  applyWriteOff: (_, act) => Object.assign(act.matter, { isApplied: true }),
  approveWriteOff: (days, act) => {
    Object.assign(act.matter, { isApplied: false, closedAt: act.at, lookBacks: 0 });
    enterFor(days, act, "closed", periods.lookBacks[0]);
  },
  refuseWriteOff: (days, act) => {
    act.matter.isApplied = false;
    enterFor(days, act, "verifying", periods.verify);
  },
  lookBack: (days, act) => {
    const { matter } = act;
    matter.lookBacks++;
    if (act.said.result === "relapsed") return againByLead(days, act);
    const next = periods.lookBacks[matter.lookBacks];
    matter.dueOn = next && matter.closedAt ? days.due(matter.closedAt, next) : null;
  },
  withdraw: (_, act) => {
    for (const hand of alive(act.matter)) hand.status = "recalled";
    Object.assign(act.matter, { owesCall: true, isApplied: false, isBad: false });
    enter(act, "withdrawn");
  },
  askReview: (days, act) => {
    act.matter.review = "asked";
    Object.assign(act.matter, { dueOn: days.due(act.at, periods.reviewAnswer), setOn: dayAt(act.at) });
  },
  answerReview: (days, act) => {
    act.matter.review = "answered";
    if (act.said.verdict === "granted") toIntake(days, act);
    else act.matter.dueOn = null;
  },
  askRetaliation: (_, act) => {
    act.matter.openQuestions++;
  },
  answerQuestion: (_, act) => {
    act.matter.openQuestions = 0;
  },
};
