import { beforeAll, describe, expect, it } from "vitest";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import type { CommandOf } from "../../app/domain/complaint/commands.ts";
import { perform } from "../../app/domain/complaint/perform.server.ts";
import { isRatingOpen } from "../../app/domain/complaint/rate-again.server.ts";
import { rateByMail, ratingLinkOf } from "../../app/domain/complaint/rate-by-mail.server.ts";
import { submit } from "../../app/domain/complaint/submit.server.ts";
import { linkToken } from "../../app/domain/notice/link-secret.ts";
import { askReset } from "../../app/domain/people/reset.server.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { aSubmission, does, type Office, openOffice, shanghai } from "../support/office.ts";

const applicationSecret = "a secret of the tests, long enough to be one";
const good: CommandOf<"evaluate"> = {
  type: "evaluate",
  rating: "satisfied",
  solved: "solved",
  reason: "窗口当面道了歉，图纸当天就过了。",
};
let database: TestDatabase;
let office: Office;

beforeAll(async () => {
  database = await testDatabase();
  office = await openOffice();
});

/** A complaint that has its answer, told on Wednesday: to be rated until the Wednesday after. */
async function answered() {
  const { number } = await submit(office.lin, aSubmission, shanghai("2026-03-02 09:30"));
  const on = { number };
  const assign: CommandOf<"assign"> = {
    type: "assign",
    grade: "C",
    lead: office.construction,
    assisting: [],
    brief: "有企业反映图纸审查多次补正，每次要求不同。",
    release: [],
  };
  await does(office.su, on, assign, "2026-03-02 10:00");
  const [row] = await database.query<{ id: string; code: string }>(
    "select a.id, a.code from assignment a join complaint c on c.id = a.complaint_id where c.number = $1",
    [number],
  );
  const code = { code: row?.code ?? "" };
  await does(office.zhao, code, { type: "sign", officer: "赵承安" }, "2026-03-02 11:00");
  await does(office.zhao, code, { type: "reply", words: "已经一次告知。", evidence: [] }, "2026-03-03 09:30");
  const more = { assignmentId: row?.id ?? "" };
  await does(office.gu, on, { type: "acceptReply", note: null }, "2026-03-03 15:00", more);
  await does(office.gu, on, { type: "feedBack", words: "审图要求已经一次告知。" }, "2026-03-04 09:00");
  return { number, code, more, ...(await lastLink(number)) };
}

async function lastLink(number: string) {
  const [link] = await database.query<{ id: string; path: string; expires_at: Date; notice_path: string }>(
    `select l.id, m.path, l.expires_at, n.path as notice_path from one_time_link l join mail m on m.link_id = l.id
       join notice n on n.event_id = m.event_id and n.person_id = m.person_id
      where m.number = $1 and m.kind = 'answered' order by l.id desc limit 1`,
    [number],
  );
  if (!link) throw new Error("no link");
  const given = { applicationSecret, token: linkToken(applicationSecret, link.id) };
  return { link, given };
}

const rated = (number: string) =>
  database.query(
    `select e.rating, c.status from complaint c left join evaluation e on e.complaint_id = c.id
      where c.number = $1 order by e.id`,
    [number],
  );
const soon = shanghai("2026-03-05 10:00");

describe("the link in an answer's mail", () => {
  it("leads to the rating and ends with its window; the notice leads to the complaint", async () => {
    const { number, link, given } = await answered();
    expect(link).toMatchObject({ path: "/rate", notice_path: `/liaison/complaints/${number}` });
    expect(link.expires_at).toEqual(shanghai("2026-03-11 17:30"));
    expect(await ratingLinkOf(given, soon)).toMatchObject({ state: "open", number, dueOn: "2026-03-11" });
    expect(await ratingLinkOf(given, shanghai("2026-03-11 17:30"))).toMatchObject({ state: "open" });
    expect(await ratingLinkOf(given, shanghai("2026-03-11 17:31"))).toEqual({ state: "over" });
    for (const token of ["", "nonsense", `${given.token}x`, linkToken("another secret", link.id)])
      expect(await ratingLinkOf({ applicationSecret, token }, soon)).toEqual({ state: "unknown" });
  });

  it("rates as the person to whom it was mailed, once, however often it is pressed", async () => {
    const { number, given } = await answered();
    const presses = await Promise.all(Array.from({ length: 4 }, () => rateByMail(given, good, soon)));
    expect(presses).toContain(true);
    expect(await rated(number)).toEqual([{ rating: "satisfied", status: "clearing" }]);
    expect(await ratingLinkOf(given, soon)).toEqual({ state: "used" });
    expect(await rateByMail(given, { ...good, rating: "veryDissatisfied" }, soon)).toBe(false);
    const [event] = await database.query(
      "select actor_kind, actor_id from event e join complaint c on c.id = e.complaint_id where c.number = $1 and command = 'evaluate'",
      [number],
    );
    // The reporter says whose it is, and no event does.
    expect(event).toEqual({ actor_kind: "liaison", actor_id: null });
  });

  it("is used up in the end although it broke off between the rating and the mark", async () => {
    const { number, link, given } = await answered();
    const request = { on: { number }, command: good, commandId: link.id };
    expect(await perform(office.lin, request, soon)).toMatchObject({ ok: true });
    // Rated already, so the page says that it is over, and a form that still hangs does nothing more.
    expect(await rateByMail(given, { ...good, rating: "fair" }, soon)).toBe(false);
    expect(await rated(number)).toEqual([{ rating: "satisfied", status: "clearing" }]);
  });

  it("opens nothing for somebody who left: disabled, moved to another point, or no contact any more", async () => {
    const { given } = await answered();
    const set = (what: string) =>
      database.query(`update person set ${what} where id = '${office.lin.personId}'`);
    const own = office.lin.liaisonPointId;
    for (const [away, back] of [
      ["status = 'disabled'", "status = 'active'"],
      [`liaison_point_id = '${office.he.liaisonPointId}'`, `liaison_point_id = '${own}'`],
      ["role = 'intake', liaison_point_id = null", `role = 'liaison', liaison_point_id = '${own}'`],
    ] as const) {
      await set(away);
      expect(await ratingLinkOf(given, soon), away).toEqual({ state: "over" });
      await set(back);
    }
    expect(await ratingLinkOf(given, soon)).toMatchObject({ state: "open" });
  });

  it("stays good when its person asks for a new password, and ends when the matter moves on", async () => {
    const { number, given } = await answered();
    await askReset("lin@huiyin.example", soon);
    expect(await ratingLinkOf(given, soon)).toMatchObject({ state: "open" });
    await does(office.lin, { number }, { type: "withdraw", reason: "已经解决。" }, "2026-03-05 11:00");
    expect(await ratingLinkOf(given, soon)).toEqual({ state: "over" });
  });

  it("of an earlier answer stops working with the next one", async () => {
    const { number, given, code, more } = await answered();
    const on = { number };
    const bad = { ...good, rating: "dissatisfied" as const, solved: "unsolved" as const };
    await does(office.lin, on, bad, "2026-03-05 09:30");
    const call = { type: "recordCallBack", solved: "unsolved", pressed: false, words: "仍未解决。" } as const;
    await does(office.gu, on, call, "2026-03-05 10:00");
    const rework = { type: "rework", missing: "说明不清。", reason: "企业仍不满意。" } as const;
    await does(office.gu, on, rework, "2026-03-05 10:30");
    await does(office.zhao, code, { type: "reply", words: "重新说明。", evidence: [] }, "2026-03-05 11:00");
    await does(office.gu, on, { type: "acceptReply", note: null }, "2026-03-05 14:00", more);
    await does(office.gu, on, { type: "feedBack", words: "已重新说明。" }, "2026-03-05 15:00");
    const then = shanghai("2026-03-05 16:00");
    expect(await ratingLinkOf(given, then)).toEqual({ state: "over" });
    const next = await lastLink(number);
    expect(await ratingLinkOf(next.given, then)).toMatchObject({ state: "open", dueOn: "2026-03-12" });
  });
});

describe("rating again, from the system", () => {
  const again = (rating: "dissatisfied" | "satisfied") => ({
    ...good,
    type: "evaluateAgain" as const,
    rating,
  });
  const isOpen = async (number: string, at: Date) => {
    const [row] = await database.query<{ id: string; feedback_at: Date }>(
      "select id, feedback_at from complaint where number = $1",
      [number],
    );
    const own = { id: row?.id ?? "", feedbackAt: row?.feedback_at ?? null };
    return withActor(office.lin, "read", (tx) => isRatingOpen(tx, own, at));
  };

  it("is offered until the window closes or somebody acts on the rating, and counts the last one", async () => {
    const { number, given } = await answered();
    expect(await isOpen(number, soon)).toBe(false);
    await rateByMail(given, good, soon);
    expect(await isOpen(number, soon)).toBe(true);
    expect(await isOpen(number, shanghai("2026-03-11 17:31"))).toBe(false);
    await does(office.lin, { number }, again("dissatisfied"), "2026-03-06 09:00");
    expect(await rated(number)).toMatchObject([
      { rating: "satisfied" },
      { rating: "dissatisfied", status: "verifying" },
    ]);
    const call = { type: "recordCallBack", solved: "unsolved", pressed: false, words: "又出现了。" } as const;
    await does(office.gu, { number }, call, "2026-03-06 10:00");
    expect(await isOpen(number, shanghai("2026-03-06 10:30"))).toBe(false);
    const late = await perform(
      office.lin,
      { on: { number }, command: again("satisfied") },
      shanghai("2026-03-06 11:00"),
    );
    expect(late).toEqual({ ok: false, refusal: "ratingActedOn" });
  });
});
