import { beforeAll, describe, expect, it } from "vitest";
import { worker } from "../../app/domain/access/actor.ts";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import { watch } from "../../app/domain/clock/watch.server.ts";
import type { Command } from "../../app/domain/complaint/commands.ts";
import { reconcile } from "../../app/domain/complaint/reconcile.server.ts";
import { submit } from "../../app/domain/complaint/submit.server.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { noticesOf } from "../support/handed.ts";
import { aSubmission, does, type Office, openOffice, shanghai, tries } from "../support/office.ts";

let db: TestDatabase;
let office: Office;

beforeAll(async () => {
  db = await testDatabase();
  office = await openOffice();
});

/** Two matters of two enterprises, of which the second follows the first. */
async function following() {
  const submitted = async (actor: Office["lin"]) =>
    (await submit(actor, aSubmission, shanghai("2026-03-02 09:30"))).number;
  const [primary, follower] = [await submitted(office.lin), await submitted(office.he)];
  const merge = { type: "merge", primary, reason: "同一事由" } as const;
  await does(office.su, { number: follower }, merge, "2026-03-02 10:00");
  return { primary, follower };
}

const standing = async (number: string) =>
  (await db.query("select status, due_on::text as due from complaint where number = $1", [number]))[0];
const watched = (moment: string) => watch(shanghai(moment));

const declined = { type: "decline", ground: "outsideCompetence", reason: "不属于受理范围。" } as const;
const kept = { type: "keepAsReference", suggestion: "可作参考。", reason: "转为参考。" } as const;
const withdrawn = { type: "withdraw", reason: "不想再说了。" } as const;

describe("a matter that follows another", () => {
  it.each<[string, keyof Office & ("su" | "lin"), Command]>([
    ["declined", "su", declined],
    ["kept as a reference", "su", kept],
    ["withdrawn", "lin", withdrawn],
  ])("is the office's again when that one is %s: nobody has answered it", async (_, who, command) => {
    const { primary, follower } = await following();
    await does(office[who], { number: primary }, command, "2026-03-03 10:00");
    expect(await standing(follower)).toMatchObject({ status: "merged" });
    const [one, other] = await Promise.all([watched("2026-03-03 10:01"), watched("2026-03-03 10:01")]);
    expect([...one.failed, ...other.failed]).toEqual([]);
    expect(await standing(follower)).toEqual({ status: "submitted", due: "2026-03-06" });
    expect(await noticesOf(db, "split", follower)).toBe(1);
    // With the one of its submission.
    expect(await noticesOf(db, "submitted", follower)).toBe(2);
    await watched("2026-03-03 10:02");
    expect(await noticesOf(db, "split", follower)).toBe(1);
  });

  it("goes on following one that is in hand, or taken up again", async () => {
    const { primary, follower } = await following();
    expect(await tries(worker, follower, { type: "split", reason: "" }, "2026-03-03 10:00")).toBe(
      "notYetDue",
    );
    await does(office.lin, { number: primary }, withdrawn, "2026-03-03 10:00");
    await does(
      office.gu,
      { number: primary },
      { type: "reopen", reason: "另有新情况。", markReason: null },
      "2026-03-03 10:00",
    );
    expect(await tries(worker, follower, { type: "split", reason: "" }, "2026-03-03 10:01")).toBe(
      "notYetDue",
    );
    await watched("2026-03-03 10:02");
    expect(await standing(follower)).toMatchObject({ status: "merged" });
  });

  it("leaves events that rebuild every row", async () => {
    expect((await withActor(office.su, "act", reconcile)).differences).toEqual([]);
  });
});
