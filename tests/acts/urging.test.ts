import { beforeAll, describe, expect, it } from "vitest";
import { must, type PersonActor } from "../../app/domain/access/actor.ts";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import { unzip } from "../../app/domain/attachment/zip.server.ts";
import { watch } from "../../app/domain/clock/watch.server.ts";
import { countQueues } from "../../app/domain/ledger/queue.server.ts";
import { formatUrging } from "../../app/domain/urging/number.ts";
import {
  findUrging,
  lateInPortfolio,
  listUrgings,
  urgingsOf,
} from "../../app/domain/urging/urging.server.ts";
import { urgingDocument } from "../../app/http/urging-document.server.ts";
import { testDatabase } from "../support/database.ts";
import { assignMany } from "../support/late-matters.ts";
import { openOffice, shanghai } from "../support/office.ts";

const database = await testDatabase();
const office = await openOffice();
const { liang: leader, tang: other } = office;

const letters = (actor: PersonActor) =>
  withActor(actor, "read", (tx) => listUrgings(tx, actor, null)).then(({ rows }) => rows);

// Due on Monday 9 March 2026.
beforeAll(async () => {
  await database.query("update department set leader_id = $1 where id = $2", [
    leader.personId,
    office.construction,
  ]);
  await assignMany(office, 2, "2026-03-02 09:30");
  await watch(shanghai("2026-03-10 09:00"));
});

describe("an urging letter", () => {
  it("is numbered, and copied to the leader of that department alone, by its code", async () => {
    expect((await letters(office.gu)).map(({ year, serial }) => formatUrging(year, serial))).toEqual([
      "催办〔2026〕2号",
      "催办〔2026〕1号",
    ]);
    const [letter] = await letters(leader);
    expect(letter).toMatchObject({ to: "市建设局", dueOn: "2026-03-09", answerBy: "2026-03-13" });
    expect(await letters(other)).toEqual([]);
    const told = await database.query("select number, path from notice where person_id = $1", [
      leader.personId,
    ]);
    expect(told).toHaveLength(2);
    expect(told.every((row) => /^JB-/.test(row.number))).toBe(true);
    const theirs = (await letters(leader)).map(({ id }) => `/leader/urgings/${id}`);
    expect(told.map((row) => row.path).toSorted()).toEqual(theirs.toSorted());
    const late = await withActor(leader, "read", (tx) => lateInPortfolio(tx, leader, "2026-03-10"));
    expect(late).toHaveLength(2);
  });

  it("is read by its own department and by no other", async () => {
    const [mine] = await letters(office.zhao);
    const { id, code } = must(mine, "a letter");
    expect(await letters(office.fang)).toEqual([]);
    const find = (actor: PersonActor) => withActor(actor, "read", (tx) => findUrging(tx, actor, id));
    expect(await find(office.fang)).toBeNull();
    expect((await find(office.zhao))?.about).toBe("请核实审图意见为何前后不一。");
    expect(await withActor(office.zhao, "read", (tx) => urgingsOf(tx, office.zhao, code))).toHaveLength(1);
  });

  it("goes out as a Word document", async () => {
    const [letter] = await letters(office.gu);
    const response = await urgingDocument(must(letter, "a letter"), {
      name: "顾长风",
      mark: "顾长风于今日导出",
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    const part = (name: string) => unzip(bytes).get(name)?.toString() ?? "";
    const sheet = part("word/document.xml");
    const section = `${sheet}${part("word/header1.xml")}`;
    // A4, in twentieths of a point, with the type area of GB/T 9704.
    expect(sheet).toMatch(/<w:pgSz w:w="11905" w:h="16837"/);
    expect(sheet).toMatch(/<w:pgMar w:top="2097" w:right="1474" w:bottom="1984" w:left="1587"/);
    const fonts = new Set([...section.matchAll(/w:eastAsia="([^"]+)"/g)].map((found) => found[1]));
    expect(fonts).toEqual(new Set(["方正小标宋简体", "仿宋_GB2312"]));
    for (const said of ["市营商环境监督联系点工作办公室", "催办〔2026〕2号", "市建设局：", "2026年3月13日"])
      expect(section).toContain(said);
    expect(section).not.toMatch(/云岭|林知微|HY2026/);
    expect(response.headers.get("content-disposition")).toContain("cuiban-2026-2.docx");
  });

  it("is followed by the candidates for the leader and the talks, until the matter is answered", async () => {
    const queues = () => withActor(office.gu, "read", (tx) => countQueues(tx, "2026-03-16"));
    expect(await queues()).toMatchObject({ copying: 0, talks: 0 });
    await watch(shanghai("2026-03-16 09:00"));
    expect(await queues()).toMatchObject({ copying: 2, talks: 0 });
    await watch(shanghai("2026-03-23 09:00"));
    expect(await queues()).toMatchObject({ copying: 2, talks: 2 });
    await database.query("update assignment set status = 'replied'");
    expect(await queues()).toMatchObject({ copying: 0, talks: 0 });
  });
});
