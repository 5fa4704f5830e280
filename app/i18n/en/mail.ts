import type { MailWords } from "../zh-CN/mail.ts";
import { steps } from "./mail-steps.ts";

/** The words of every mail. */
export const mail: MailWords = {
  journey: {
    intake: "Accept",
    assign: "Assign",
    handle: "Handle",
    reply: "Reply",
    verify: "Verify",
    evaluate: "Evaluate",
    writeOff: "Write off",
  },
  journeyLabel: "Where it stands:",
  stepDone: (step) => `${step} ✓`,
  stepNow: (step) => `[${step}]`,
  linkLine: (button, url) => `${button}: ${url}`,
  linkHint: "If the button does not open, copy this address into your browser:",
  safetyNote: "For your safety, mail carries no content and no company names. Please sign in to read.",
  accountNote: "Please do not forward this mail. We never ask for your password by mail.",
  steps,
  accounts: {
    calendarMissing: {
      subject: "Please enter next year's holidays",
      plain:
        "A year's holidays are not in the calendar yet, so dates in it are provisional. Please enter them once they are announced.",
      button: "Open the calendar",
    },
    digest: {
      subject: "Your matters of today",
      counted: (items) =>
        items === 1
          ? "One notice needs a look from you today. It is in your notices."
          : `${items} notices need a look from you today. They are in your notices, what is due first comes first.`,
      plain:
        "Some matters need a look from you today. They are in your notices, what is due first comes first.",
      button: "See them",
    },
    sealedNews: {
      subject: "There is news in your matters",
      plain:
        "There is news in your matters: sign in to read it. To keep your secret, no mail says which one.",
      button: "Sign in",
    },
    invitation: {
      subject: "Please set up your Huiyin account",
      expiring: (moment) =>
        `An administrator has opened an account for you. Use the link to choose a password. It works once and expires at ${moment}.`,
      plain:
        "An administrator has opened an account for you. Use the link to choose a password. It works once.",
      button: "Choose a password",
    },
    passwordReset: {
      subject: "Choose a new Huiyin password",
      expiring: (moment) =>
        `Use the link to choose a new password. It works once and expires at ${moment}. If you did not ask for this, ignore this mail: your password stays as it is.`,
      plain:
        "Use the link to choose a new password. It works once. If you did not ask for this, ignore this mail: your password stays as it is.",
      button: "Choose a new password",
    },
    passwordChanged: {
      subject: "Your Huiyin password was changed",
      plain:
        "Your password was changed just now and you were signed out everywhere else. If this was not you, reset your password at once and tell an administrator.",
      button: "Open Huiyin",
    },
  },
};
