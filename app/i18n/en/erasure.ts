import type { ErasureWords } from "../zh-CN/erasure.ts";

export const erasure: ErasureWords = {
  gone: "Content erased",
  done: (at, ground) =>
    `On ${at}, with the agreement of two people and on the ground “${ground}”, what was said in this matter was erased: words, names and files are no longer kept, and nobody can bring them back.`,
  stays:
    "The number, the liaison point, field and conduct, the dates, the status, the departments and the results stay, and so do the figures.",
  refused: "It can no longer be supplemented, rated or reopened.",
  safe: "Should anybody treat you worse because of it, you can still report that at any time.",
  asked: (at, who, ground) => `On ${at}, ${who} asked that its content be erased, on the ground “${ground}”.`,
  waits: "Somebody else has to decide. Once erased, nobody can bring it back: read all of it first.",
  own: "You asked for it: a colleague has to decide.",
  groundHint:
    "Kept for long enough, counted from its last end; or somebody asks for it by law (Personal Information Protection Law, article 47).",
  reasonHint:
    "For retention, why it is not needed any more; for a lawful request, the words of the request. These words are erased with the rest.",
};
