import { type ActingActor, must, type PersonActor, worker } from "../../app/domain/access/actor.ts";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import { forgetCalendar } from "../../app/domain/clock/calendar.server.ts";
import type { Command } from "../../app/domain/complaint/commands.ts";
import { type PerformRequest, perform } from "../../app/domain/complaint/perform.server.ts";
import { newId } from "../../app/domain/people/new-id.ts";
import { foundOffice } from "../../app/domain/rights/found.server.ts";
import { schema } from "../../db/client.server.ts";
import { chineseCalendar } from "../../db/seed/calendar.ts";
import { storySession } from "../../db/seed/sign-in.ts";
import type { Role } from "../../db/vocabulary.ts";
import type { TestDatabase } from "./database.ts";

/** A small office for tests: two enterprises, two departments, and the commission's people. */
export interface Office {
  lin: PersonActor;
  he: PersonActor;
  su: PersonActor;
  gu: PersonActor;
  shen: PersonActor;
  zhao: PersonActor;
  fang: PersonActor;
  xu: PersonActor;
  bai: PersonActor;
  liang: PersonActor;
  tang: PersonActor;
  qin: PersonActor;
  jing: PersonActor;
  ke: PersonActor;
  yan: PersonActor;
  shi: PersonActor;
  construction: string;
  market: string;
}

/** A moment in Asia/Shanghai: `shanghai("2026-03-02 09:30")`. */
export const shanghai = (moment: string) => new Date(`${moment.replace(" ", "T")}:00+08:00`);

const pointRow = (code: string, name: string, creditCode: string) => ({
  id: newId(),
  code,
  name,
  shortName: name.slice(0, 4),
  creditCode,
  district: "350206" as const,
  industry: "electronics" as const,
  size: "medium" as const,
  termStartsOn: "2025-01-01",
});

/** Fills an empty database with the office's people, as an administrator would have. */
export async function openOffice(): Promise<Office> {
  forgetCalendar();
  const points = [
    pointRow("LXD-001", "澄湾市云岭精密电子有限公司", "91350100M000100Y43"),
    pointRow("LXD-002", "澄湾市禾穗机械有限公司", "91350100M000100Z00"),
  ];
  const bodies = ["construction", "market"].map((code) => ({
    id: newId(),
    code,
    name: code === "construction" ? "市建设局" : "市市场监督管理局",
    nameEn: code,
    validFrom: "2020-01-01",
  }));
  const sessions: ReturnType<typeof storySession>["row"][] = [];
  const actor = (name: string, kind: Role, of: Partial<PersonActor> = {}): PersonActor => {
    const personId = newId();
    const { row, holder } = storySession(personId, shanghai("2025-01-01 09:00"));
    sessions.push(row);
    const nowhere = { post: null, liaisonPointId: null, departmentId: null };
    return { kind, personId, name, nameEn: null, locale: "zh-CN", ...nowhere, ...holder, ...of };
  };
  const id = (rows: { id: string }[], i: number) => rows[i]?.id ?? "";
  const people = {
    lin: actor("林知微", "liaison", { liaisonPointId: id(points, 0) }),
    he: actor("何望舒", "liaison", { liaisonPointId: id(points, 1) }),
    su: actor("苏一宁", "intake"),
    gu: actor("顾明远", "supervisor"),
    shen: actor("沈若谷", "supervisor"),
    zhao: actor("赵承安", "department", { departmentId: id(bodies, 0), post: "officer" }),
    fang: actor("方亦然", "department", { departmentId: id(bodies, 1), post: "officer" }),
    xu: actor("许明镜", "sysadmin"),
    bai: actor("白若溪", "sysadmin"),
    liang: actor("梁伯安", "leader"),
    tang: actor("唐怀瑾", "leader"),
    qin: actor("秦守默", "discipline"),
    jing: actor("荆默然", "auditor"),
    ke: actor("柯正平", "secadmin"),
    yan: actor("严静之", "custodian"),
    shi: actor("石可信", "custodian"),
  };
  const { years, days } = chineseCalendar();
  await withActor(worker, "act", async (tx) => {
    await tx.insert(schema.liaisonPoint).values(points);
    await tx.insert(schema.department).values(bodies);
    await tx.insert(schema.calendarYear).values(years.map((year) => ({ year })));
    await tx.insert(schema.calendarDay).values(days);
    const founders = Object.entries(people).map(([key, p]) => ({
      id: p.personId,
      name: p.name,
      nameEn: null,
      email: `${key}@huiyin.example`,
      role: p.kind,
      post: p.post,
      liaisonPointId: p.liaisonPointId,
      departmentId: p.departmentId,
      status: "active" as const,
    }));
    await foundOffice(tx, founders, shanghai("2025-01-01 09:00"));
    await tx.insert(schema.session).values(sessions);
  });
  return { ...people, construction: id(bodies, 0), market: id(bodies, 1) };
}

/** Performs and insists that it was allowed; answers with the complaint's id. */
export async function does(
  actor: ActingActor,
  on: PerformRequest["on"],
  command: Command,
  moment: string,
  more: Partial<PerformRequest> = {},
): Promise<string> {
  const done = await perform(actor, { on, command, ...more }, shanghai(moment));
  if (!done.ok) throw new Error(`${command.type} was refused: ${done.refusal}`);
  return done.complaintId;
}

/** Performs; answers with `true`, or with the reason for which it was refused. */
export async function tries(actor: ActingActor, number: string, command: Command, moment: string) {
  const done = await perform(actor, { on: { number }, command }, shanghai(moment));
  return done.ok || done.refusal;
}

/** The id of the complaint that bears this number. */
export async function idOf(db: TestDatabase, number: string): Promise<string> {
  const [row] = await db.query<{ id: string }>("select id from complaint where number = $1", [number]);
  return must(row, `complaint ${number}`).id;
}

export const aSubmission = {
  draftId: null,
  kind: "complaint" as const,
  field: "landAndConstruction" as const,
  conduct: "delay" as const,
  title: "图纸审查三次补正，每次要求都不一样",
  description: "我公司厂房扩建图纸已经补正三次，每次窗口提出的意见都是新的，开工日期一再推迟。",
  about: "审图窗口",
  place: "",
  sinceOn: "2026-01-05",
  disclosure: "confidential" as const,
};
