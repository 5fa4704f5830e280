import type { LiaisonWords } from "../zh-CN/liaison.ts";
import { happened } from "./liaison-course.ts";

const waits: LiaisonWords["waits"] = {
  submitted: (day) =>
    day
      ? `The commission is reading it and tells you by ${day} whether it is accepted.`
      : "The commission is reading it.",
  supplementing: (day) =>
    day
      ? `Please add what is asked by ${day}; the clock stands still until then.`
      : "Please add what is asked.",
  accepted: (day) =>
    day
      ? `Accepted. The commission gives it to a department by ${day}.`
      : "Accepted. The commission is choosing the department.",
  handling: (day) =>
    day ? `The department is at work and replies to the commission by ${day}.` : "The department is at work.",
  verifying: (day) =>
    day
      ? `The commission is checking the department’s reply and answers you by ${day}.`
      : "The commission is checking the department’s reply.",
  feedback: (day) =>
    day
      ? `You have the answer. Please say by ${day} whether it is really solved.`
      : "You have the answer. Please rate it.",
  rectifying: (day) =>
    day
      ? `The department is putting it right by ${day}; the commission checks every measure.`
      : "The department is putting it right; the commission checks every measure.",
  clearing: (day) =>
    day
      ? `All is done. The commission gives its last confirmation by ${day}.`
      : "All is done. The commission gives its last confirmation.",
  closed: (day) => (day ? `Ended. On ${day} the commission looks whether the result has held.` : "Ended."),
  callBack: (day) =>
    day
      ? `You are dissatisfied. The commission calls you back and decides by ${day} whether it is done again.`
      : "You are dissatisfied. The commission calls you back and decides whether it is done again.",
  declined: (day) =>
    day
      ? `Not accepted; the reason is inside. You may ask for a review by ${day}.`
      : "Not accepted; the reason is inside. You may ask for a review.",
  review: (day) =>
    day
      ? `You asked for a review. The commission answers by ${day}.`
      : "You asked for a review. The commission will answer it.",
  reviewLapsed: () => "Not accepted; the reason is inside. The time to ask for a review is over.",
  reviewed: () => "Reviewed, and still not accepted; the reason is inside.",
  clueConcluded: () => "The special team has finished; what it says is inside.",
  referenced: () => "Kept as a reference for supervision.",
  clue: (day) =>
    day
      ? `A special team deals with it and tells you by ${day} how it stands.`
      : "A special team deals with it and tells you separately.",
  merged: () => "Handled together with another; you are told of progress and answer all the same.",
  withdrawn: () => "You withdrew it. The commission calls once about every withdrawal.",
};

export const liaison: LiaisonWords = {
  home: "What you reported",
  homeLead: "Somebody is at work on every matter. See here how far it is and whose turn comes next.",
  report: "Report a matter",
  drafts: "Drafts, not submitted yet",
  draftUntitled: "Draft without a title",
  draftAt: (step, at) => `At “${step}”, saved ${at}`,
  goOn: "Go on writing",
  turn: "Your turn",
  waiting: "In hand",
  ended: "Recently ended",
  nothingWaits: "Nothing is in hand now.",
  allInFile: "See all in your file",
  none: "You have not reported anything yet",
  noneText:
    "Tell us about delays, obstacles, unlawful fees or broken promises. Drafts save themselves; you can go on at any time.",
  submittedOn: (day) => `sent ${day}`,
  waits,
  theirLate: (day) => `Promised for ${day} and overdue; the commission is pressing.`,
  yourLate: (day) => `The day for it was ${day}. Please act soon.`,

  file: "Your file",
  fileLead: "Everything that your enterprise ever reported, from submission to the end.",
  filePoint: (code, name) => `${code} · ${name}`,
  fileSummary: "Your enterprise in figures",
  searchFile: "Number, title, content",
  ownPoint: "As registered",
  ownPointHint: "If this has changed, or for another contact person, please tell the system administrator.",
  fileParts: {
    all: "Reported",
    turn: "Your turn",
    waiting: "Others’ turn",
    inHand: "In hand",
    ended: "Ended",
    rated: "Rated by you",
    solved: "Solved, you said",
  },
  openList: "See the list",
  filterFile: "Filter your file",
  filterYear: "Year",
  filterStatus: "Where it is",
  filterPart: "Which ones",
  yearName: (year) => String(year),
  noMatch: "Nothing matches",
  noMatchText: "Choose otherwise, or clear all filters.",
  print: "Print",

  steps: { what: "What", who: "Who and where", evidence: "Evidence", disclosure: "Who may know" },
  stepTitles: {
    what: "What happened?",
    who: "Which body, where, and since when?",
    evidence: "What evidence do you have?",
    disclosure: "Who may know that it was you?",
  },
  stepLeads: {
    what: "In your own words. When it happened, how, and what you ask for: the clearer, the faster.",
    who: "Whatever you remember. Leave out what you are not sure of.",
    evidence: "Notices, screenshots, photos. You can submit without any. Please upload no state secrets.",
    disclosure: "You decide. Either way, your own text and files are never simply passed on to a department.",
  },
  next: (step) => `Next: ${step}`,
  previous: "Back",
  previousNamed: (step) => `Back: ${step}`,
  submit: "Submit",
  keepForLater: "Keep it for later",
  drop: "Delete this draft",
  dropQuestion: "Delete this draft? The files that you uploaded go with it, and cannot be brought back.",
  saving: "Saving…",
  savedTime: (at) => `Draft saved ${at}`,
  notSaved: {
    failed: "Not saved; tried again once you are online",
    signedOut: "You are signed out, so it is not saved; tried again once you sign in in another window",
    elsewhere: "Another window changed this step, so this is not saved; press the button below to see how",
    gone: "This draft was submitted or deleted; changes here are not saved",
  },
  elsewhere: {
    title: "This draft was changed in another window",
    text: "What you typed here is still here, and not saved. Copy what you want to keep of the other; press again, and what stands here counts.",
    there: (field) => `There, “${field}”`,
    ticked: "Ticked",
    notTicked: "Not ticked",
  },
  keptApart:
    "This draft was submitted already, as this matter. What you wrote in the other window was not submitted; it is kept as a new draft.",
  openKept: "Open the new draft",
  disclosureHints: {
    confidential:
      "The department reads a summary by the commission, and sees no name, contact or original file",
    sealed:
      "Not even the commission sees who you are, unless two custodians agree. All contact goes through this system, which may be slower",
    named: "The department sees your name and can reach you directly, which is often faster",
  },
  knowHead: "Who sees what",
  know: [
    {
      who: "Those who handle it at the commission",
      sees: "Everything, to check the matter and to answer you. Who you are, only where you did not seal it.",
    },
    {
      who: "The department",
      sees: "A summary by the commission. Your name too, if you agree to be named; your text and files only where the commission releases them.",
    },
    {
      who: "Other enterprises and outsiders",
      sees: "Nothing. Mails hold the number alone, no content and no names.",
    },
  ],
  review: "One more look before you submit",
  reviewEmpty: "Not filled in yet",
  reviewAboutCommission:
    "You said that somebody of the commission is involved: it goes straight to the discipline team, and nobody else at the commission sees it or is told of it.",
  reviewFiles: (count) => (count === 0 ? "No files" : count === 1 ? "1 file" : `${count} files`),
  change: (step) => `Change: ${step}`,
  evidenceNote:
    "The department sees neither your name nor the originals, only a summary by the commission. Next you decide who may know.",

  submittedTitle: (number) => `Submitted. Its number is ${number}`,
  submittedNext: {
    accept: (day) => `The commission tells you by ${day} whether it is accepted.`,
    handle: "Then a department gets it, is in touch with you through the commission, and replies in time.",
    handleNamed: "Then a department gets it, is in touch with you, and replies in time.",
    rate: "The commission checks the reply and brings it to you. You rate it; what is not solved goes back.",
  },
  submittedClue: {
    accept: (day) => `A special team deals with it and tells you by ${day} whether it is accepted.`,
    rest: "Nobody else at the commission sees it, and no department. You are told of progress and result separately.",
  },
  submittedText:
    "You get a mail and a notice here at every step. If more is needed you are asked for it; to withdraw, open this matter.",

  journey: "Progress",
  idle: "There is nothing for you to do now.",
  course: "What happened",
  happened,
  theDepartment: "The department",
  answer: "The answer to you",
  answeredAt: (at) => `Given ${at}`,
  asked: "You are asked",
  yourWords: "What you reported",
  facts: "Facts",
  factKind: "Kind",
  factDisclosure: "Who may know",
  factSubmitted: "Submitted",
  factGround: "Ground of the refusal",
  departments: "Departments",
  signedAt: (at) => `Signed for ${at}`,
  contactedAt: (at) => `First contact ${at}`,
  repliedAt: (at) => `Replied to the commission ${at}`,
  notSignedYet: "Not signed for yet",
  attachments: "Your files",
  evaluations: "Your evaluation",
  more: "What else you can do",
  keepReceipt: "Something to keep?",
  endIt: "Not going on with it?",
  done: "Done. The record is below.",
  movedOn: "The commission took a step; how it stands now is said above",
  cancel: "Not now",

  safe: {
    question: "Has anybody made trouble for you over this?",
    tell: "Tell the commission",
    note: "You can say so at any time. Only the commission sees it, and somebody acts at once.",
    asked: "Have you been treated worse since?",
    askedText:
      "Since you spoke up, has anybody obstructed you, inspected you more, kept you waiting or treated you unfairly in any other way? Only the commission sees your answer; no department is told.",
    no: "No",
    yes: "Yes",
    reported:
      "It is on record as a new matter of the highest priority, and the commission acts at once. The department will not know.",
    linked: "Linked with it",
  },

  hints: {
    title: "For instance: three corrections for one permit, each for another reason",
    field: "The nearest one. If unsure choose “Other”: the commission checks it.",
    conduct: "What was done badly? For help or a suggestion, too, the nearest one.",
    about: "For instance: the drawings window of the Municipal Construction Bureau",
    aboutCommission:
      "Ticked, it goes straight to the discipline team: nobody else at the commission sees it or is told of it.",
    retaliation: "What happened, when, and who did it? Write as much as you remember.",
    answer: "Say all that is missing at once; the commission then goes on.",
    withdrawReason:
      "After this the matter ends. If somebody asked you to withdraw, please say so: the commission protects you.",
    evaluateReason: "Why do you rate it so? If you are dissatisfied, the commission calls you back.",
    reviewReason: "Why should it have been accepted? Add anything new.",
  },

  files: {
    types: "pdf, docx, xlsx, pptx, jpg, png, heic or txt",
    kept: "Files received already, submitted together with the form",
    refusedHead: "Some files were not taken. All others are kept",
    faults: {
      empty: (name) => `${name}: the file is empty`,
      tooLarge: (name) => `${name}: larger than 20 MB`,
      tooMany: (name) => `${name}: ten files at most, there is no room for it`,
      typeNotAllowed: (name) => `${name}: not a type of file that is taken, judged by its content`,
      infected: (name) => `${name}: a virus was found in it, so it was not taken`,
    },
  },
};
