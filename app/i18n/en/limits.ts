import type { LimitWords } from "../zh-CN/limits.ts";

export const limits: LimitWords = {
  tooMany: {
    title: "That was a little too fast",
    inSeconds: (seconds) =>
      `Too many requests came within a short time, so the hub is taking a breath. Please try again in ${seconds} seconds. What was saved is safe.`,
    inMinutes: (minutes) =>
      `Too many requests came within a short time, so the hub is taking a breath. Please try again in ${minutes} minutes. What was saved is safe.`,
  },
  tooLarge: {
    title: "That is too much at once",
    text: "The text or files are larger than the hub can take in one go. Please send less, or send it in parts.",
  },
  away: {
    title: "The hub can't answer just now",
    text: "This page can't be opened at the moment; that usually passes quickly. Please wait a little and try again. What was saved is safe.",
  },
  unanswered: {
    title: "That may not have arrived",
    text: "The hub did not answer. What you typed is kept: please send it again in a moment. If it had arrived after all, it is not done twice.",
  },
  again: "Try again",
};
