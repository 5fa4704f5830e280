import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { must, type PersonActor, worker } from "../../app/domain/access/actor.ts";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import { addFiles, startDraft } from "../../app/domain/complaint/draft.server.ts";
import { findEnterpriseComplaint } from "../../app/domain/complaint/enterprise-view.server.ts";
import { finishErasures } from "../../app/domain/complaint/erase.server.ts";
import { submit } from "../../app/domain/complaint/submit.server.ts";
import { newId } from "../../app/domain/people/new-id.ts";
import { deskAct } from "../../app/http/desk-act.server.ts";
import { pathOf, uploadsFolder } from "../../app/http/uploads.server.ts";
import { marked, testBroker } from "../support/broker.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { aSubmission, does, idOf, type Office, openOffice, shanghai, tries } from "../support/office.ts";

process.env.HUIYIN_DATA = mkdtempSync(join(tmpdir(), "huiyin-erasure-"));
process.env.HUIYIN_SECRET = "a secret that is long enough for a test";

let office: Office;
let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
  office = await openOffice();
});

const ask = { type: "askErasure" as const, erasureGround: "request" as const, reason: `请求删除` };
const approve = { type: "approveErasure" as const };

describe("a request to erase", () => {
  const declined = async (moment = "2026-03-02") => {
    const { number } = await submit(office.he, aSubmission, shanghai(`${moment} 09:30`));
    await does(
      office.su,
      { number },
      { type: "decline", ground: "repeated", reason: "x" },
      `${moment} 10:00`,
    );
    return number;
  };

  it("on the ground of retention waits ten years from the last end", async () => {
    const number = await declined();
    const retention = { ...ask, erasureGround: "retention" as const };
    expect(await tries(office.gu, number, retention, "2036-03-01 10:00")).toBe("retentionRuns");
    expect(await tries(office.gu, number, retention, "2036-03-02 10:00")).toBe(true);
  });

  it("waits while a review is open, and is dropped when the matter is taken up again", async () => {
    const number = await declined();
    await does(office.gu, { number }, ask, "2026-03-03 10:00");
    await does(office.he, { number }, { type: "askReview", reason: "请再看看" }, "2026-03-03 11:00");
    expect(await tries(office.shen, number, approve, "2026-03-03 12:00")).toBe("stillOpen");
    await does(office.gu, { number }, { type: "reopen", reason: "再办" }, "2026-03-03 13:00");
    const [row] = await db.query<{ dropped_at: Date | null }>(
      "select r.dropped_at from erasure_request r join complaint c on c.id = r.complaint_id where c.number = $1",
      [number],
    );
    expect(row?.dropped_at).toEqual(shanghai("2026-03-03 13:00"));
    expect(await tries(office.shen, number, approve, "2026-03-03 14:00")).toBe("wrongStatus");
  });

  it("of what reports retaliation waits for the matter after which it came", async () => {
    const number = await declined();
    await does(
      office.he,
      { number },
      { type: "reportRetaliation", words: "天天来查。", attachments: [] },
      "2026-03-03 10:00",
    );
    const [next] = await db.query<{ number: string }>("select number from complaint where linked_id = $1", [
      await idOf(db, number),
    ]);
    const linked = must(next, "the new matter").number;
    await does(
      office.su,
      { number: linked },
      { type: "decline", ground: "repeated", reason: "x" },
      "2026-03-03 11:00",
    );
    expect(await tries(office.gu, linked, ask, "2026-03-03 12:00")).toBe("linkedFirst");
  });

  it("of a clue is the discipline team's, once it is concluded", async () => {
    const { number } = await submit(office.he, aSubmission, shanghai("2026-03-04 09:30"), true);
    await does(office.qin, { number }, { type: "acceptClue", words: "x" }, "2026-03-04 10:00");
    expect(await tries(office.qin, number, ask, "2026-03-04 11:00")).toBe("stillOpen");
    await does(
      office.qin,
      { number },
      { type: "concludeClue", clueResult: "unfounded", words: "x" },
      "2026-03-05 10:00",
    );
    expect(await tries(office.gu, number, ask, "2026-03-05 11:00")).toBe("notFound");
    expect(await tries(office.qin, number, ask, "2026-03-05 11:00")).toBe(true);
    expect(await tries(office.qin, number, approve, "2026-03-05 12:00")).toBe("ownErasure");
  });

  it("that is approved takes the files from the disk, once it is committed", async () => {
    const at = shanghai("2026-03-02 09:30");
    const draftId = await startDraft(office.he, newId(), at);
    const storageKey = newId();
    mkdirSync(uploadsFolder(), { recursive: true });
    writeFileSync(pathOf(storageKey), "x");
    const file = { id: newId(), name: "证明.txt", type: "txt", bytes: 1, sha256: "", storageKey };
    await addFiles(office.he, draftId, [file], at);
    const { number } = await submit(office.he, { ...aSubmission, draftId }, at);
    await does(
      office.su,
      { number },
      { type: "decline", ground: "repeated", reason: "x" },
      "2026-03-02 10:00",
    );
    await does(office.gu, { number }, ask, "2026-03-02 11:00");
    expect(await deskAct(office.gu, number, "approveErasure", new FormData())).toMatchObject({
      refusal: "ownErasure",
    });
    expect(existsSync(pathOf(storageKey))).toBe(true);
    expect(await deskAct(office.shen, number, "approveErasure", new FormData())).toBeNull();
    expect(existsSync(pathOf(storageKey))).toBe(false);
  });

  it("of a sealed matter leaves the envelope until its enterprise has been told", async () => {
    await testBroker(db, "2026-03-04T10:00:00+08:00");
    const lin = await marked(office.lin);
    const { number } = await submit(
      lin,
      { ...aSubmission, disclosure: "sealed" },
      shanghai("2026-03-02 09:30"),
    );
    await does(
      office.su,
      { number },
      { type: "decline", ground: "repeated", reason: "x" },
      "2026-03-02 10:00",
    );
    await does(office.gu, { number }, ask, "2026-03-03 10:00");
    await does(office.shen, { number }, approve, "2026-03-03 11:00");
    const envelope = async () =>
      db.query(
        "select from reporter r join complaint c on c.reporter_id = r.id where c.number = $1 and length(r.sealed) > 0",
        [number],
      );
    expect(await envelope()).toHaveLength(1);
    expect(await withActor(worker, "act", finishErasures)).toBe(0);
    // As the broker does once it has written to the contact.
    await db.query("delete from sealed_news");
    expect(await withActor(worker, "act", finishErasures)).toBe(1);
    expect(await envelope()).toEqual([]);
    expect(await withActor(worker, "act", finishErasures)).toBe(0);
    // Its line is still there for it, and for nobody else's enterprise.
    const found = (who: PersonActor) =>
      withActor(who, "read", (tx) => findEnterpriseComplaint(tx, who, number));
    expect(await found(lin)).toMatchObject({ number, erased: { ground: "request" } });
    expect(await found(office.he)).toBeNull();
  });
});
