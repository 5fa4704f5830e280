import { expect, it } from "vitest";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import { pageOfFile } from "../../app/domain/complaint/enterprise-file.server.ts";
import { findEnterpriseComplaint } from "../../app/domain/complaint/enterprise-view.server.ts";
import { submit } from "../../app/domain/complaint/submit.server.ts";
import { testDatabase } from "../support/database.ts";
import { aSubmission, does, openOffice, shanghai, tries } from "../support/office.ts";

it("tells an enterprise the last day to have a refusal reviewed, and takes its request until then", async () => {
  await testDatabase();
  const office = await openOffice();
  const { number } = await submit(office.he, aSubmission, shanghai("2026-03-02 09:30"));
  const seen = () =>
    withActor(office.he, "read", async (tx) => ({
      one: (await findEnterpriseComplaint(tx, office.he, number))?.dueOn,
      listed: (await pageOfFile(tx, office.he, { part: "ended" }, 5)).rows.map(({ dueOn }) => dueOn),
    }));
  await does(
    office.su,
    { number },
    { type: "decline", ground: "repeated", reason: "没有新情况" },
    "2026-03-02 10:00",
  );
  expect(await seen()).toEqual({ one: "2026-04-01", listed: ["2026-04-01"] });

  const ask = { type: "askReview" as const, reason: "有新的证据" };
  expect(await tries(office.he, number, ask, "2026-04-02 10:00")).toBe("reviewTooLate");
  expect(await tries(office.he, number, ask, "2026-04-01 10:00")).toBe(true);
  // From now on the commission has a day of its own.
  expect((await seen()).one).not.toBe("2026-04-01");
});
