import type { LiaisonWords } from "../zh-CN/liaison.ts";

export const liaison: LiaisonWords = {
  home: "What you reported",
  homeLead: "Somebody is at work on every matter. See here how far it is and whose turn comes next.",
  report: "Report a matter",
  drafts: "Drafts, not submitted yet",
  draftUntitled: "Draft without a title",
  savedAt: (at) => `Saved ${at}`,
  goOn: "Go on writing",
  recent: "Lately reported",
  allInFile: "See all in your file",
  none: "You have not reported anything yet",
  noneText:
    "Tell us about delays, obstacles, unlawful fees or broken promises. Drafts save themselves; you can go on at any time.",
  columns: {
    number: "Number",
    title: "Matter",
    status: "Where it is now",
    due: "Due",
    submitted: "Submitted",
  },
  noDue: "No date",
  yourTurn: "Your turn",

  file: "Your file",
  fileLead: (count) => `Everything that your enterprise ever reported: ${count} in all.`,
  fileCapped: (count) => `These are the latest ${count}.`,

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
  submit: "Submit",
  keepForLater: "Keep it for later",
  drop: "Delete this draft",
  dropQuestion: "Delete this draft? The files that you uploaded go with it, and cannot be brought back.",
  saved: "Draft saved",
  saving: "Saving…",
  disclosureHints: {
    confidential:
      "The department reads a summary by the commission, and sees no name, contact or original file",
    named: "The department sees your name and can reach you directly, which is often faster",
  },
  evidenceNote:
    "The department sees neither your name nor the originals, only a summary by the commission. Next you decide who may know.",

  submittedTitle: (number) => `Submitted. Its number is ${number}`,
  submittedText: (day) =>
    `The commission will tell you by ${day} whether it is accepted. You get a mail and a notice here at every step.`,

  status: "Now",
  journey: "Progress",
  dueYou: (day) => `Please act by ${day}`,
  dueThem: (day) => `Next news by ${day}`,
  idle: "There is nothing for you to do now.",
  course: "What happened",
  byYou: "Your enterprise",
  byCommission: "The commission or the department",
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
  done: "Done. The record is below.",
  cancel: "Not now",

  hints: {
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
    },
  },
};
