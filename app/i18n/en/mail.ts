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
    newDevice: {
      subject: "Your account was opened on a new device",
      seen: (device, moment) =>
        `On ${moment} somebody signed in to your account on a new device: ${device}. If it was you, there is nothing to do. If not, change your password at once; that signs out every other device.`,
      plain:
        "Somebody signed in to your account on a new device. If it wasn't you, change your password at once; that signs out every other device.",
      button: "Look at your account",
    },
    passwordChanged: {
      subject: "Your Huiyin password was changed",
      plain:
        "Your password was changed just now and you were signed out everywhere else. If this was not you, reset your password at once and tell an administrator.",
      button: "Open Huiyin",
    },
    factorChanged: {
      subject: "Two-step verification of your account has changed",
      plain:
        "Two-step verification of your account was changed just now, or a recovery code was used. If this was not you, change your password at once and tell an administrator.",
      button: "Look at two-step verification",
    },
    rightsAsked: {
      subject: "A request for rights waits for you",
      plain:
        "The other administrator has asked for a change of rights, and waits for your yes or no. Sign in to see what is asked.",
      button: "See the request",
    },
    rightsDecided: {
      subject: "Your request for rights was decided",
      plain: "What you asked for has been decided. Sign in to see what came of it.",
      button: "See the decision",
    },
    accountDisabled: {
      subject: "An account was disabled",
      plain:
        "The system administrator has disabled an account, and it is closed already. Sign in to see whose, and why.",
      button: "See",
    },
  },
};
