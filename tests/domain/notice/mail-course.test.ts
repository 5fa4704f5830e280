import { array, assert, constantFrom, property, shuffledSubarray } from "fast-check";
import { describe, expect, it } from "vitest";
import { isLost, isRepeatable, statusAfter } from "../../../app/domain/notice/mail-course.ts";
import { MAIL_STATUSES, type MailStatus } from "../../../db/vocabulary.ts";

/** What comes after what, written down from the ledger's side: each may only be followed by those behind it. */
const onwards: Record<MailStatus, readonly MailStatus[]> = {
  queued: ["failed", "sent", "delivered", "bounced", "complained"],
  failed: ["sent", "delivered", "bounced", "complained"],
  sent: ["delivered", "bounced", "complained"],
  delivered: ["bounced", "complained"],
  bounced: ["complained"],
  complained: [],
};

const told = ["sent", "delivered", "bounced", "complained"] as const satisfies readonly MailStatus[];

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, index) =>
    permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]),
  );
}

const end = (before: MailStatus, messages: readonly MailStatus[]) =>
  messages.reduce((status, message) => statusAfter(status, message), before);

describe("the course of a mail", () => {
  for (const before of MAIL_STATUSES)
    it.each(MAIL_STATUSES)(`goes from ${before} only forward on hearing %s`, (message) => {
      expect(statusAfter(before, message)).toBe(onwards[before].includes(message) ? message : before);
    });

  it("ends the same in every order of what is said", () => {
    for (const size of [1, 2, 3, 4])
      for (const said of permutations(told).map((order) => order.slice(0, size))) {
        const ends = new Set(permutations(said).map((order) => end("queued", order)));
        expect([said, ends.size]).toEqual([said, 1]);
      }
  });

  it("ends the same however often each is said, up to eight times, in any order, from any beginning", () => {
    const messages = array(constantFrom(...told), { minLength: 1, maxLength: 4 }).chain((said) => {
      const repeated = said.flatMap((one) => Array.from({ length: 8 }, () => one));
      return shuffledSubarray(repeated).map((shuffled) => ({ shuffled, said }));
    });
    assert(
      property(constantFrom(...MAIL_STATUSES), messages, (before, { shuffled, said }) => {
        expect(end(before, [...shuffled, ...said])).toBe(end(before, said.toSorted()));
        expect(end(before, [...said, ...shuffled])).toBe(end(before, said.toReversed()));
      }),
      { numRuns: 2000 },
    );
  });

  it("is lost where mail came back or was complained of, and repeated where it did not arrive", () => {
    expect(MAIL_STATUSES.filter(isLost)).toEqual(["bounced", "complained"]);
    expect(MAIL_STATUSES.filter(isRepeatable)).toEqual(["bounced", "failed"]);
  });
});
