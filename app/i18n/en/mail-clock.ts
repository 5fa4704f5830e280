import type { clockSteps as source } from "../zh-CN/mail-clock.ts";
import type { StepWords } from "../zh-CN/mail-steps.ts";

export const clockSteps: Record<keyof typeof source, StepWords> = {
  supplementLapsed: {
    subject: (number) => `${number}: the time to answer is over`,
    plain: "The time to tell us more has passed without an answer. We will decide on what we have.",
    button: "See progress",
  },
  extensionAsked: {
    subject: (number) => `${number}: an extension is asked for`,
    dated: (date) => `The department asks for time until ${date}. Please read why and decide.`,
    plain: "The department asks for more time before its date. Please read why and decide.",
    button: "Decide",
  },
  extensionGranted: {
    subject: (number) => `${number}: your extension was granted`,
    dated: (date) =>
      `Your extension was granted: please reply by ${date}. The original date stays on record.`,
    plain:
      "Your extension was granted. The new date is there when you sign in; the original date stays on record.",
    button: "Open the assignment",
  },
  extensionRefused: {
    subject: (number) => `${number}: your extension was refused`,
    dated: (date) =>
      `Your extension was refused; the reason is there when you sign in. Please reply by ${date}.`,
    plain: "Your extension was refused; the reason is there when you sign in. The date stays as it was.",
    button: "Read why",
  },
  extended: {
    subject: (number) => `${number} needs more time: please read why`,
    dated: (date) =>
      `The department needs more time, and we have agreed to it once: the date is now ${date}. The reason is there when you sign in.`,
    plain:
      "The department needs more time, and we have agreed to it once. The reason is there when you sign in.",
    button: "Read why",
  },
  dateMoved: {
    subject: (number) => `${number}: a date has moved`,
    dated: (date) => `Dates were reckoned again when the holidays were announced: it is now ${date}.`,
    plain:
      "Dates were reckoned again when the holidays were announced. The new date is there when you sign in.",
    button: "See the date",
  },
  reminder: {
    subject: (number) => `${number} is due soon`,
    dated: (date) => `It is due on ${date}. Please see to it.`,
    plain: "It is due in three working days.",
    button: "Open it",
  },
  dueToday: {
    subject: (number) => `${number} is due today`,
    dated: (date) => `It is due at the close of office on ${date}. Please finish it today.`,
    plain: "It is due at the close of office today.",
    button: "Open it",
  },
  urging: {
    subject: (number) => `${number}: an urging letter`,
    dated: (date) => `It is past its date. Please reply by ${date}, as the urging letter asks.`,
    plain: "It is past its date. An urging letter was issued, which you can read and print after signing in.",
    button: "Read the letter",
  },
  urgingCopy: {
    subject: (number) => `${number}: copy of an urging letter`,
    plain: "A department in your portfolio is past its date. An urging letter was issued and copied to you.",
    button: "Read the letter",
  },
  circular: {
    subject: (number) => `${number} is five working days late`,
    plain:
      "It is five working days past its date: a circular names it, and it is a candidate for copying to the leader in charge.",
    button: "Open it",
  },
  talkDue: {
    subject: (number) => `${number} is ten working days late: arrange a talk`,
    plain: "It is ten working days past its date. Please arrange a talk with the head of the department.",
    button: "Open it",
  },
  signLate: {
    subject: (number) => `${number} was not signed for in time`,
    plain: "It has not been signed for within one working day of dispatch.",
    button: "Open it",
  },
  stepLate: {
    subject: (number) => `${number}: our own step is late`,
    plain: "The commission's own step is past its date. Please see to it today.",
    button: "See to it",
  },
  lookBackDue: {
    subject: (number) => `${number} is due for a look-back`,
    dated: (date) => `The day to look back has come. Somebody who did not handle it should check by ${date}.`,
    plain:
      "The day to look back has come. Somebody who did not handle it should check whether the result has held.",
    button: "Look back",
  },
  evaluationLapsed: {
    subject: (number) => `${number} was not rated: please call back`,
    plain: "The enterprise did not rate within the window; it counts as not rated. Please call back.",
    button: "Call back",
  },
  retaliationReported: {
    subject: (number) => `${number}: retaliation was reported`,
    plain:
      "A liaison point reports retaliation after its complaint. It is on record as a new matter of the highest priority. Please act at once.",
    button: "Act now",
  },
  retaliationAsked: {
    subject: (number) => `${number}: have you been treated worse since?`,
    plain:
      "Some time has passed since our answer. Please tell us whether you have been treated worse for speaking up. Only the commission reads your reply.",
    button: "Answer",
  },
  clueReceived: {
    subject: (number) => `${number} was received; a special team deals with it`,
    dated: (date) =>
      `What you told us is with a special team, and few people know of it. You hear by ${date} whether it is accepted.`,
    plain:
      "What you told us is with a special team, and few people know of it. You will hear whether it is accepted.",
    button: "See how it stands",
  },
  clueArrived: {
    subject: (number) => `${number}: a new clue waits to be accepted`,
    dated: (date) => `A clue was handed to your team. Please decide by ${date} and tell the enterprise.`,
    plain: "A clue was handed to your team. Please decide on it and tell the enterprise.",
    button: "Decide on it",
  },
  clueAccepted: {
    subject: (number) => `${number} was accepted by the special team`,
    dated: (date) =>
      `What you told us was accepted and is being looked into. You hear the result by ${date}.`,
    plain: "What you told us was accepted and is being looked into. You will hear the result.",
    button: "See how it stands",
  },
  clueConcluded: {
    subject: (number) => `${number}: there is a result`,
    plain: "What you told us has been dealt with. Please sign in to read how.",
    button: "Read it",
  },
  clueReturned: {
    subject: (number) => `${number} is back on the ordinary way`,
    dated: (date) =>
      `It is handled in the ordinary way from here; it is decided by ${date} whether it is accepted. Please sign in to read why.`,
    plain:
      "It is handled in the ordinary way from here; the commission decides whether to accept it. Please sign in to read why.",
    button: "See how it stands",
  },
  unreachable: {
    subject: (number) => `${number}: somebody gets no mail, please reach them`,
    plain:
      "Mail came back. Please reach them another way, tell them how it stands, and have the system administrator correct the address.",
    button: "Open it",
  },
};
