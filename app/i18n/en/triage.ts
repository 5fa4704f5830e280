import type { TriageWords } from "../zh-CN/triage.ts";

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const triage: TriageWords = {
  queues: {
    triage: "Triage",
    returns: "Returns to rule on",
    extensions: "Extensions to decide",
    tracking: "In progress",
    verifying: "To verify",
    clearing: "To write off",
    callBacks: "Call-backs",
    lookBacks: "Look-backs",
    copying: "To copy to the leader",
    talks: "Talks",
  },
  empty: {
    triage: "What comes in, and what waits to be assigned, appears here.",
    returns: "When a department asks to return an assignment, it waits here for your ruling.",
    extensions: "When a department asks for more time, it waits here for your decision.",
    tracking: "What was assigned and is not yet answered stands here.",
    verifying: "When every department has replied, the complaint appears here.",
    clearing: "What can be written off appears here.",
    callBacks: "Bad ratings, silence and withdrawals wait here for a call-back.",
    lookBacks:
      "Two weeks before its look-back, three and six months after the write-off, a complaint appears here.",
    copying:
      "What is five working days late, was told in a circular and still isn't done waits here to be copied to the leader in charge.",
    talks: "What is ten working days late and still isn't done waits here for a talk with the department.",
  },
  emptyTitle: "Nothing waits here",
  oldestFirst: "oldest promise first",
  showMore: "Further on",
  fromStart: "Back to the top",
  backTo: (queue) => `Back to ${queue}`,
  openWhole: "Whole record",
  notInQueue: "This one no longer waits in this queue; below is where it stands.",
  done: (number, what) => `${number}: ${what}`,
  doneNext: "Below is the next one of the queue.",
  doneStays: "This one has another step to take.",
  doneEmpty: "This queue is done.",
  seeDone: "Back to that complaint",
  next: "Next",
  previous: "Previous",
  enter: "Open",
  similar: "Similar complaints",
  similarNone: "Nothing similar in the same field.",
  similarities: { almostSame: "Almost the same", close: "Very similar", some: "Somewhat similar" },
  mergeInto: "Merge into this",
  mergeIntoNumber: (number) => `Merge into ${number}`,
  led: (name) => `led by ${name}`,
  notAssigned: "not assigned",
  suggestion: {
    similar: (name, led, of) =>
      `Suggested: ${name}, which led ${led} of ${plural(of, "similar one", "similar ones")}`,
    sameKind: (name, led, of) =>
      `Suggested: ${name}, which led ${led} of ${plural(of, "of this kind", "of this kind")}`,
  },
  take: "Choose it",
  addDepartments: "Choose assisting departments",
  briefChecks: {
    noName: {
      met: "No name of the enterprise or its contact",
      unmet: "Names the enterprise or its contact: it will be refused",
    },
    ownWords: {
      met: "Not copied from the original",
      unmet: "Twelve characters in a row are the enterprise's own, which may give it away",
    },
  },
  span: {
    workingDays: (count) => plural(count, "working day", "working days"),
    days: (count) => plural(count, "day", "days"),
    months: (count) => plural(count, "month", "months"),
  },
  replyBy: (day, span) => `Reply by ${day}, 17:30 (${span} from dispatch)`,
  departments: "The departments",
  fieldAndConduct: "Field / conduct",
  reply: (round, at) => `Reply ${round} · ${at}`,
  ratedAs: (rating) => `The enterprise rated it: ${rating}`,
};
