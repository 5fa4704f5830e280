import type { Random } from "../../db/seed/random.ts";
import { assignTo } from "../support/course.ts";
import { aSubmission } from "../support/office.ts";
import type { Move } from "./course.ts";
import { DeskLooks, type Numbers } from "./desk.ts";
import type { World } from "./world.ts";

/** Why a colleague must not know of a matter: it is a clue, or it is about them. */
export type Why = "clue" | "recusal";

/** Who must not know of it. */
export const kept = { clue: ["cheng", "gu", "zhao"], recusal: ["cheng", "zhao"] } as const;

const serialBefore = (number: string) =>
  `${number.slice(0, -5)}${String(Number(number.slice(-5)) - 1).padStart(5, "0")}`;

/**
 * A matter that everybody knows of, and in one of the worlds another that some must not know of, handed in just
 * before. In the other world its number is one that chance left out, as it does now and then.
 */
export function secretCourseOf(world: World, chance: Random, name: string, why: Why): Move[] {
  const looks = new DeskLooks(world, chance, kept[why]);
  const numbers: Numbers = { known: "", secret: "" };
  const secret = { number: "" };
  const day = chance.whole(0, 4);
  const moves: Move[] = [];
  const then = (gap: number, clock: string, does: () => Promise<void>) =>
    moves.push({ day: (moves.at(-1)?.day ?? day) + gap, clock, does });

  then(0, "10:00", async () => {
    if (world.name === "A") secret.number = await handInSecretly(world, name, why);
    else world.leaveOutNext();
    numbers.known = await world.handInShared(name, { ...aSubmission, title: `图纸审查 ${name}` });
    numbers.secret = serialBefore(numbers.known);
  });
  then(0, "10:30", () => looks.always(numbers));
  then(0, "11:00", () => looks.some(numbers, 5));
  then(chance.whole(0, 1), "11:30", () =>
    world.act(
      "su",
      { number: numbers.known },
      chance.next() < 0.6 ? assignTo(world.office.construction) : { type: "accept", grade: "B" },
    ),
  );
  then(0, "14:00", async () => {
    if (secret.number) await world.aside(`secret ${name}`, () => goOn(world, secret.number, why));
  });
  then(chance.whole(0, 2), "14:30", () => looks.some(numbers, 4));
  then(chance.whole(2, 9), "15:00", () => looks.some(numbers, 4));
  then(0, "15:30", () => looks.always(numbers));
  return moves;
}

/** It is out of the colleagues' sight before they look. */
async function handInSecretly(world: World, name: string, why: Why): Promise<string> {
  const said = {
    ...aSubmission,
    title: `图纸审查 ${name} 吃拿卡要`,
    description: `窗口吃拿卡要，${aSubmission.description}`,
  };
  let number = "";
  await world.aside(`hand in ${name}`, async () => {
    number = (await world.plainlyHandIn(said)).number;
    const reason = "点名到人。";
    const concerned = world.office.cheng.personId;
    await world.plainly(
      "su",
      { number },
      why === "clue"
        ? { type: "moveToClue", reason }
        : { type: "recuse", concerned, concernedDepartment: null, reason },
    );
  });
  return number;
}

/** What those do with it who know of it. */
async function goOn(world: World, number: string, why: Why) {
  if (why === "recusal") {
    await world.plainly("su", { number }, assignTo(world.office.market));
    const [hand] = await world.query<{ code: string }>(
      "select a.code from assignment a join complaint c on c.id = a.complaint_id where c.number = $1",
      [number],
    );
    // In time: letters are numbered without a gap, and one that a colleague may not see would be one.
    const on = { code: hand?.code ?? "" };
    await world.plainly("fang", on, { type: "sign", officer: "方亦然" });
    return world.plainly("fang", on, { type: "reply", words: "已办结。", evidence: [] });
  }
  await world.plainly("qin", { number }, { type: "acceptClue", words: "已经受理。" });
  await world.plainly("qin", { number }, { type: "noteClue", note: "约谈当事人。" });
  await world.plainly(
    "qin",
    { number },
    { type: "concludeClue", clueResult: "verified", words: "查实处理。" },
  );
}
