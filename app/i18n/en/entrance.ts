import type { EntranceWords } from "../zh-CN/entrance.ts";

export const entrance: EntranceWords = {
  slowed: (minutes) =>
    `The e-mail or the password is not right, or there were too many tries. Please try again in ${minutes} ${minutes === 1 ? "minute" : "minutes"}, or have a link mailed to you to set a new password, which lets you in at once.`,
  resetSlowed: (minutes) =>
    `Too much was asked from your network. Please try again in ${minutes} ${minutes === 1 ? "minute" : "minutes"}.`,
  presentSlowed: (minutes) =>
    `Too many tries. Please try again in ${minutes} ${minutes === 1 ? "minute" : "minutes"}.`,
  show: { short: "Show", whole: "Show password" },
  hide: { short: "Hide", whole: "Hide password" },
  strengthLabel: "Strength of the password",
  strength: {
    short: (missing) => `${missing} more ${missing === 1 ? "character" : "characters"}`,
    guessable: "Easy to guess: mostly common words, neighbouring keys, dates or numbers",
    fine: "Good enough; a longer one is better",
    strong: "Hard to guess",
  },
  hintStrict: (least) =>
    `At least ${least} characters, with three of capital letters, small letters, digits and signs, and none of your last five passwords.`,
  faults: {
    common:
      "This password is so common that it is easily guessed. Take a sentence that only you would think of.",
    ownFacts:
      "This is mostly your name, e-mail, number or organisation, which people who know you can guess. Take another sentence.",
    kinds: "Use at least three of capital letters, small letters, digits and signs.",
    former: "This is one of your last five passwords. Please take another.",
  },
  aged: {
    title: "Please choose a new password",
    lead: "A password is replaced every 90 days, and the first one at once. Afterwards you are signed in.",
    submit: "Replace and sign in",
    back: "Back to signing in",
  },
  devices: {
    title: "Known devices",
    lead: "These get in even while somebody elsewhere is guessing at your password. Forget those that you no longer use.",
    used: (last, since) => `signed in ${last}, first ${since}`,
    none: "No device is known yet.",
    current: "this device",
    forget: "Forget",
    forgetOf: (device) => `Forget ${device}`,
  },
};
