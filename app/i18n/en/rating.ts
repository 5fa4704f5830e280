import type { RatingWords } from "../zh-CN/rating.ts";

export const rating: RatingWords = {
  title: (number) => `Rate the answer to ${number}`,
  lead: (day) => `Please rate it by ${day}. You can read the whole answer after signing in.`,
  read: "Sign in to read the answer",
  hint: "Why do you rate it so? If you are dissatisfied, the commission calls you back.",
  submit: "Send the rating",
  done: {
    title: "Thank you, your rating has arrived",
    lead: "Until the rating period ends you can sign in and rate again.",
  },
  used: {
    title: "The link in this mail has been used",
    lead: "A rating can be sent from the mail once. To rate again, or to see how it goes on, please sign in.",
  },
  over: {
    title: "This link has expired",
    lead: "The rating period is over, or the matter has moved on. Please sign in to see how it stands.",
  },
  unknown: {
    title: "This link cannot be opened",
    lead: "Please check that the link is complete, or sign in to rate.",
  },
  signIn: "Sign in",
  mail: {
    button: "Rate it",
    dated: (day) =>
      `The department has replied and we have verified the reply. Please sign in to read it, and tell us by ${day} whether you are satisfied. With the link below you can rate it without signing in; it works once.`,
  },
};
