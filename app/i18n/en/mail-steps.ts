import type { StepNotice, StepWords } from "../zh-CN/mail-steps.ts";
import { clockSteps } from "./mail-clock.ts";
import { custodySteps } from "./mail-custody.ts";
import { erasureSteps } from "./mail-erasure.ts";

export const steps: Record<StepNotice, StepWords> = {
  ...clockSteps,
  ...custodySteps,
  ...erasureSteps,
  received: {
    subject: (number) => `${number} received, waiting to be accepted`,
    dated: (date) =>
      `Your complaint is on record under this number. We will tell you by ${date} whether we accept it.`,
    plain: "Your complaint is on record under this number. We will tell you whether we accept it.",
    button: "See progress",
  },
  submitted: {
    subject: (number) => `${number} is new and waits for triage`,
    dated: (date) => `A liaison point has submitted it. Please accept, ask for more, or decline by ${date}.`,
    plain: "A liaison point has submitted it. Please accept, ask for more, or decline.",
    button: "Triage it",
  },
  supplementAsked: {
    subject: (number) => `${number} needs a little more from you`,
    dated: (date) =>
      `Before we can accept it we have some questions, which you can read after signing in. Please answer by ${date}; the clock is paused until then.`,
    plain:
      "Before we can accept it we have some questions, which you can read after signing in. The clock is paused meanwhile.",
    button: "Answer",
  },
  supplemented: {
    subject: (number) => `${number} was supplemented and waits for triage`,
    dated: (date) => `The liaison point has answered. Please decide by ${date} whether to accept it.`,
    plain: "The liaison point has answered. Please decide whether to accept it.",
    button: "Triage it",
  },
  accepted: {
    subject: (number) => `${number} was accepted`,
    dated: (date) => `Your complaint was accepted. We will assign it to the department in charge by ${date}.`,
    plain: "Your complaint was accepted. Next we will assign it to the department in charge.",
    button: "See progress",
  },
  declined: {
    subject: (number) => `${number} was not accepted: please read why`,
    dated: (date) =>
      `We are sorry that we cannot accept this complaint. The ground and the reason are there when you sign in. If you disagree, you may ask for a review by ${date}.`,
    plain:
      "We are sorry that we cannot accept this complaint. The ground and the reason are there when you sign in.",
    button: "Read the reason",
  },
  referenced: {
    subject: (number) => `${number} was kept as a reference`,
    plain:
      "What you reported was kept as a reference for supervision: it feeds our analysis and our choice of topics. The explanation is there when you sign in.",
    button: "Read the explanation",
  },
  merged: {
    subject: (number) => `${number} was merged with another complaint`,
    plain:
      "It concerns the same matter as another complaint, and both are now handled together. The number stays, and you will still be told of progress and answer.",
    button: "See progress",
  },
  primaryMoved: {
    subject: (number) => `${number}: the complaint that it is handled with has moved on`,
    dated: (date) =>
      `There is progress in the complaint that yours is handled with; sign in to see it. The next step is due on ${date}.`,
    plain: "There is progress in the complaint that yours is handled with; sign in to see it.",
    button: "See progress",
  },
  split: {
    subject: (number) => `${number} is handled on its own again`,
    plain: "It was split off again and is now handled on its own. You will be told of progress and answer.",
    button: "See progress",
  },
  assignedToYou: {
    subject: (number) => `Assignment ${number} waits for your signature`,
    dated: (date) =>
      `A new assignment has come to your department. Please sign for it and act on it by ${date}.`,
    plain: "A new assignment has come to your department. Please sign for it and act on it.",
    button: "Sign for it",
  },
  assigned: {
    subject: (number) => `${number} is with the department`,
    dated: (date) =>
      `Your complaint is with the department in charge, which has to reply by ${date}. We verify its reply and then tell you the result.`,
    plain:
      "Your complaint is with the department in charge. We verify its reply and then tell you the result.",
    button: "See progress",
  },
  signed: {
    subject: (number) => `${number} was signed for by the department`,
    dated: (date) => `The department in charge has signed for it and begun. It has to reply by ${date}.`,
    plain: "The department in charge has signed for it and begun.",
    button: "See progress",
  },
  returned: {
    subject: (number) => `${number} was returned by a department: please rule`,
    dated: (date) =>
      `A department says that this is not its business and asks to return it. Please rule by ${date}; its clock is paused until then.`,
    plain:
      "A department says that this is not its business and asks to return it. Please rule; its clock is paused until then.",
    button: "Rule on it",
  },
  returnRuled: {
    subject: (number) => `Assignment ${number}: your return was ruled on`,
    dated: (date) =>
      `The commission has ruled on your return. Ruling and reason are there when you sign in. If it stays with you, it is due on ${date}.`,
    plain: "The commission has ruled on your return. Ruling and reason are there when you sign in.",
    button: "Read the ruling",
  },
  recalled: {
    subject: (number) => `Assignment ${number} was recalled: nothing more to do`,
    plain:
      "The commission has taken this assignment back. Your department need not do anything more; the record of your work is kept.",
    button: "See the assignment",
  },
  firstContact: {
    subject: (number) => `${number}: the department has made contact`,
    dated: (date) =>
      `The department in charge has made its first contact; the record is there when you sign in. It has to reply by ${date}.`,
    plain: "The department in charge has made its first contact; the record is there when you sign in.",
    button: "See the record",
  },
  replied: {
    subject: (number) => `${number} has a reply to verify`,
    dated: (date) =>
      `The department has replied. Please verify by ${date}: accept the reply, or send it back and say what is missing.`,
    plain:
      "The department has replied. Please verify: accept the reply, or send it back and say what is missing.",
    button: "Verify it",
  },
  replyAccepted: {
    subject: (number) => `Assignment ${number}: your reply was accepted`,
    plain:
      "Your reply passed verification, and the commission will feed it back. Please finish the promised measures on time.",
    button: "See the assignment",
  },
  sentBack: {
    subject: (number) => `Assignment ${number}: your reply was sent back`,
    dated: (date) =>
      `Something is still missing from the reply; what it is you can read after signing in. Please reply again by ${date}.`,
    plain:
      "Something is still missing from the reply; what it is you can read after signing in. Please reply again.",
    button: "Reply again",
  },
  answered: {
    subject: (number) => `${number} has an answer: please rate it`,
    dated: (date) =>
      `The department has replied and we have verified the reply. Please sign in to read it, and tell us by ${date} whether you are satisfied.`,
    plain:
      "The department has replied and we have verified the reply. Please sign in to read it, and tell us whether you are satisfied.",
    button: "Read the answer",
  },
  evaluated: {
    subject: (number) => `${number} was rated by the liaison point`,
    dated: (date) =>
      `The liaison point has rated the answer; sign in to see how. The next step is due on ${date}.`,
    plain: "The liaison point has rated the answer; sign in to see how.",
    button: "See the rating",
  },
  badlyRated: {
    subject: (number) => `${number} was rated badly: please call back`,
    dated: (date) =>
      `The liaison point is not satisfied. Please call back, then send it back for rework by ${date}, or record why no rework is due.`,
    plain:
      "The liaison point is not satisfied. Please call back, then send it back for rework, or record why no rework is due.",
    button: "Call back",
  },
  rework: {
    subject: (number) => `${number} has been sent back to the department`,
    dated: (date) =>
      `It has been sent back for rework; the reason is there when you sign in. The department replies again by ${date}; the commission verifies the reply and tells you the result.`,
    plain:
      "It has been sent back for rework; the reason is there when you sign in. When the department has replied again, the commission verifies the reply and tells you the result.",
    button: "Follow it",
  },
  reworkWaived: {
    subject: (number) => `${number} will not be reworked: please read why`,
    plain:
      "We have called you back and looked into your rating. It will not be sent back for rework; the reason is there when you sign in.",
    button: "Read the reason",
  },
  rectifying: {
    subject: (number) => `${number} is being put right`,
    dated: (date) =>
      `The promised measures are under way; the last is due on ${date}. The commission confirms each when it is done.`,
    plain: "The promised measures are under way. The commission confirms each when it is done.",
    button: "See progress",
  },
  measureReported: {
    subject: (number) => `${number} has a measure to confirm`,
    dated: (date) => `The department reports that a promised measure is done. Please confirm it by ${date}.`,
    plain: "The department reports that a promised measure is done. Please confirm that it is.",
    button: "Confirm it",
  },
  measureSentBack: {
    subject: (number) => `Assignment ${number}: a measure was not confirmed`,
    dated: (date) =>
      `This measure is not yet in place; what was found is there when you sign in. Please finish it by ${date} and report again.`,
    plain:
      "This measure is not yet in place; what was found is there when you sign in. Please finish it and report again.",
    button: "See what was found",
  },
  writeOffApplied: {
    subject: (number) => `${number} waits for approval of its write-off`,
    dated: (date) =>
      `A write-off was applied for. Somebody who has not handled this complaint has to decide by ${date}.`,
    plain: "A write-off was applied for. Somebody who has not handled this complaint has to decide.",
    button: "Decide",
  },
  writeOffReady: {
    subject: (number) => `${number} is ready to be written off`,
    dated: (date) => `Everything that a write-off needs is there. Please see to it by ${date}.`,
    plain: "Everything that a write-off needs is there.",
    button: "See the checklist",
  },
  writeOffRefused: {
    subject: (number) => `${number}: the write-off was refused`,
    dated: (date) =>
      `The write-off was refused; the reason is there when you sign in. Please complete what is missing by ${date} and apply again.`,
    plain:
      "The write-off was refused; the reason is there when you sign in. You may apply again when nothing is missing.",
    button: "Read the reason",
  },
  writtenOff: {
    subject: (number) => `${number} was written off`,
    dated: (date) =>
      `The matter is settled and written off. Around ${date} the commission will look back and check that the result has held.`,
    plain:
      "The matter is settled and written off. Later the commission will look back and check that the result has held.",
    button: "See the result",
  },
  withdrawn: {
    subject: (number) => `${number} was withdrawn by the liaison point`,
    plain:
      "The liaison point has withdrawn its complaint. Please call back and ask whether anybody pressed them.",
    button: "See the complaint",
  },
  reviewAsked: {
    subject: (number) => `${number}: a review was asked for`,
    dated: (date) => `The liaison point asks for a review of the refusal. Please answer by ${date}.`,
    plain: "The liaison point asks for a review of the refusal. Please answer.",
    button: "Review it",
  },
  reviewAnswered: {
    subject: (number) => `${number}: your review was answered`,
    plain: "The review that you asked for is done. Result and reason are there when you sign in.",
    button: "Read the result",
  },
  reopened: {
    subject: (number) => `${number} was reopened`,
    dated: (date) =>
      `It was reopened with a new clock, due on ${date}. The reason is there when you sign in.`,
    plain: "It was reopened with a new clock. The reason is there when you sign in.",
    button: "See progress",
  },
  lookedBack: {
    subject: (number) => `${number} was looked back at`,
    plain:
      "The commission has checked whether the result has held. What was found is there when you sign in.",
    button: "See what was found",
  },
};
