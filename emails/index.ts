import { createElement, type ReactElement } from "react";
import { render } from "react-email";
import type { MailContent, RenderedMail } from "../app/domain/notice/mail-content.ts";
import type { NoticeKind } from "../db/vocabulary.ts";
import { AccountMail } from "./account-mail.tsx";
import { type Letter, letterOf, plainText } from "./letter.ts";
import { StepMail } from "./step-mail.tsx";

type MailTemplate = (props: { letter: Letter; content: MailContent }) => ReactElement;

// Exhaustive by type: a notice without its template does not compile.
const templates: Record<NoticeKind, MailTemplate> = {
  received: StepMail,
  submitted: StepMail,
  supplementAsked: StepMail,
  supplemented: StepMail,
  accepted: StepMail,
  declined: StepMail,
  referenced: StepMail,
  merged: StepMail,
  primaryMoved: StepMail,
  split: StepMail,
  clueReceived: StepMail,
  clueArrived: StepMail,
  clueAccepted: StepMail,
  clueConcluded: StepMail,
  clueReturned: StepMail,
  assignedToYou: StepMail,
  assigned: StepMail,
  signed: StepMail,
  returned: StepMail,
  returnRuled: StepMail,
  recalled: StepMail,
  firstContact: StepMail,
  replied: StepMail,
  replyAccepted: StepMail,
  sentBack: StepMail,
  answered: StepMail,
  evaluated: StepMail,
  badlyRated: StepMail,
  rework: StepMail,
  reworkWaived: StepMail,
  rectifying: StepMail,
  measureReported: StepMail,
  measureSentBack: StepMail,
  writeOffApplied: StepMail,
  writeOffReady: StepMail,
  writeOffRefused: StepMail,
  writtenOff: StepMail,
  withdrawn: StepMail,
  reviewAsked: StepMail,
  reviewAnswered: StepMail,
  reopened: StepMail,
  lookedBack: StepMail,
  supplementLapsed: StepMail,
  extensionAsked: StepMail,
  extensionGranted: StepMail,
  extensionRefused: StepMail,
  extended: StepMail,
  dateMoved: StepMail,
  reminder: StepMail,
  dueToday: StepMail,
  urging: StepMail,
  urgingCopy: StepMail,
  circular: StepMail,
  talkDue: StepMail,
  signLate: StepMail,
  stepLate: StepMail,
  lookBackDue: StepMail,
  evaluationLapsed: StepMail,
  retaliationReported: StepMail,
  retaliationAsked: StepMail,
  disclosureRaised: StepMail,
  unsealingAsked: StepMail,
  unsealingApproved: StepMail,
  unsealingRefused: StepMail,
  unsealingEnded: StepMail,
  identityOpened: StepMail,
  erasureAsked: StepMail,
  erasureRefused: StepMail,
  erased: StepMail,
  unreachable: StepMail,
  calendarMissing: AccountMail,
  digest: AccountMail,
  sealedNews: AccountMail,
  invitation: AccountMail,
  passwordReset: AccountMail,
  passwordChanged: AccountMail,
  newDevice: AccountMail,
  factorChanged: AccountMail,
  rightsAsked: AccountMail,
  rightsDecided: AccountMail,
  accountDisabled: AccountMail,
};

/** Makes the html and the text of one mail in its reader's language. */
export async function renderMail(content: MailContent): Promise<RenderedMail> {
  const letter = letterOf(content);
  const html = await render(createElement(templates[content.kind], { letter, content }));
  return { subject: letter.subject, html, text: plainText(letter, content) };
}
