import type { CustodyWords } from "../zh-CN/custody.ts";

/** Sealed identities: choosing secrecy, asking to know, deciding, opening. */
export const custody: CustodyWords = {
  states: {
    waiting: "Waiting for the custodians",
    approved: "Agreed",
    refused: "Not agreed",
    ended: "Ended",
  },
  sealed: "Sealed identity",
  sealedLead:
    "Nobody at the commission sees which enterprise reported it. It is opened only where two custodians agree, for one person, one purpose and a time.",
  briefHint:
    "The identity is sealed, so the check knows the enterprise's words and not its names: please take care yourself.",

  down: "The keeper of sealed identities can't be reached, so your sealed matters are not shown for the moment. All else works.",
  cannotSeal:
    "It can't be sealed just now, so nothing was submitted. All that you filled in is kept: press again in a while, or choose otherwise.",
  consent:
    "By choosing to be named you agree that the department knows it is you. Who agreed, and when, is written down.",
  submittedText:
    "To keep your secret there is no mail at every step: where there is news, at most one at nine on a working day, without saying which matter. When you sign in you see everything.",
  raise: "Would you rather be kept more secret?",
  raiseLink: "Change who may know",
  raiseNote:
    "It can only become more secret, and there is no way back. What a department has read stays read; from now on your name is not shown, and mails carry no number.",
  raiseHints: {
    confidential: "Departments no longer see your name",
    sealed: "Not even the commission sees who you are, unless two custodians agree",
  },
  whoAsked: "Who asked to know it was you",
  nobodyAsked: "Nobody has asked so far.",
  askedFor: (name, team) => `${name} (${team})`,
  askedBy: (name, team, at) => `Asked ${at} by ${name} (${team})`,
  until: (day) => `Until ${day}`,
  opened: (at) => `Opened ${at}`,
  notOpened: "Never opened",

  identity: "The enterprise's identity",
  requests: "Requests",
  noRequests: "Nobody has asked to open it so far.",
  toComplaint: "Back to the complaint",
  ask: "Ask to open it",
  readerHint: "It is opened to this person alone; to pass it on is a leak.",
  purposeHint: "The enterprise and the custodians read it. Say why it has to be known.",
  untilHint: (days) => `At most ${days} days; it closes by itself.`,
  open: "Open the identity",
  openNote: "Each opening is written down and told to the enterprise.",
  notOpen: "It can't be opened: the agreement has ended, or is not for you.",
  brokerDown: "The keeper of sealed identities can't be reached. Please try again in a while.",
  openedTitle: "Who reported it",
  point: "Liaison point",
  contact: "Contact",
  closesOn: (day) => `You may look again until ${day}. Once you leave this page it is gone from it.`,
  end: "No longer needed: close it",
  takeBack: "Take this request back",
  endRequest: "End this request",
  endQuestion: "Once ended, it has to be asked for anew. The enterprise is told.",

  title: "Sealed identities",
  lead: "Somebody asks to know who reported. It is opened only where two custodians agree, and one who does not is enough to keep it closed. You see neither the matter nor who it was.",
  waiting: "Waiting for you",
  others: "Other requests",
  none: "No request waits for you",
  noneText: "When somebody asks to open a sealed identity, it appears here and you are told.",
  reader: "For whom",
  asker: "Asked by",
  purpose: "Purpose",
  agreed: (count) => (count === 1 ? "1 custodian agrees" : `${count} custodians agree`),
  youAgreed: "You agree; the other custodian has to decide",
  approve: "Agree",
  refuse: "Don't agree",
  reason: "Reason",
  past: "Past requests",
};
