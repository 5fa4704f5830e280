import { type PersonActor, worker } from "../../app/domain/access/actor.ts";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import { newId } from "../../app/domain/people/new-id.ts";
import { foundOffice } from "../../app/domain/rights/found.server.ts";
import { schema } from "../../db/client.server.ts";
import { chineseCalendar } from "../../db/seed/calendar.ts";
import { random } from "../../db/seed/random.ts";
import { storySession } from "../../db/seed/sign-in.ts";
import type { Role } from "../../db/vocabulary.ts";

const POINTS = 40;
const DEPARTMENTS = 10;
const SUPERVISORS = 5;
const LEADERS = 2;

type Session = ReturnType<typeof storySession>["row"];

/** Somebody in the city, with what the hub knows of how they read their mails. */
export interface Resident extends PersonActor {
  wantsDigest: boolean;
}

/** A small city: who there is, before anybody complains. */
export interface City {
  enterprises: Resident[];
  intake: Resident[];
  supervisors: Resident[];
  /** By the department: those who handle, those who answer for it, and the city leader in charge. */
  departments: { id: string; officer: Resident; approver: Resident; leader: Resident }[];
  everybody: Resident[];
}

/** Builds the city into an empty database, as an administrator would have. */
export async function buildCity(seed: number): Promise<City> {
  const chance = random(seed);
  const sessions: Session[] = [];
  const resident = (name: string, kind: Role, of: Partial<Resident> = {}): Resident => {
    const personId = newId();
    const { row, holder } = storySession(personId, new Date("2025-01-01T01:00:00Z"));
    sessions.push(row);
    const locale = chance.next() < 0.2 ? "en" : "zh-CN";
    const wantsDigest = kind !== "leader" && chance.next() < 0.25;
    const nowhere = { nameEn: null, post: null, liaisonPointId: null, departmentId: null };
    return { kind, personId, name, locale, ...nowhere, ...holder, wantsDigest, ...of };
  };
  const times = <T>(count: number, make: (nth: number) => T) =>
    Array.from({ length: count }, (_, n) => make(n));
  const leaders = times(LEADERS, (n) => resident(`分管领导${n}`, "leader"));
  const enterprises = times(POINTS, (n) => resident(`联络人${n}`, "liaison", { liaisonPointId: newId() }));
  const departments = times(DEPARTMENTS, (n) => {
    const id = newId();
    return {
      id,
      officer: resident(`承办人${n}`, "department", { departmentId: id, post: "officer" }),
      approver: resident(`责任人${n}`, "department", { departmentId: id, post: "approver" }),
      leader: leaders[n % LEADERS] as Resident,
    };
  });
  const intake = times(2, (n) => resident(`综合岗${n}`, "intake"));
  const supervisors = times(SUPERVISORS, (n) => resident(`监督岗${n}`, "supervisor"));
  const officers = departments.flatMap(({ officer, approver }) => [officer, approver]);
  const everybody = [...leaders, ...enterprises, ...intake, ...supervisors, ...officers];
  const city = { enterprises, intake, supervisors, departments, everybody };
  await write(city, sessions);
  return city;
}

const CREDIT_CODE = "91350100M000100Y43";

async function write({ enterprises, departments, everybody }: City, sessions: Session[]): Promise<void> {
  const { years, days } = chineseCalendar();
  await withActor(worker, "act", async (tx) => {
    await tx.insert(schema.calendarYear).values(years.map((year) => ({ year })));
    await tx.insert(schema.calendarDay).values(days);
    await tx.insert(schema.department).values(
      departments.map(({ id, leader }, n) => ({
        ...{ id, code: `department-${n}`, name: `市直部门${n}`, nameEn: `Department ${n}` },
        ...{ validFrom: "2020-01-01", leaderId: leader.personId },
      })),
    );
    await tx.insert(schema.liaisonPoint).values(
      enterprises.map(({ liaisonPointId }, n) => ({
        ...{
          id: liaisonPointId ?? "",
          code: `LXD-${n}`,
          name: `澄湾市第${n}号企业有限公司`,
          shortName: `企业${n}号`,
        },
        ...{
          creditCode: `${CREDIT_CODE.slice(0, 15)}${String(n).padStart(3, "0")}`,
          termStartsOn: "2025-01-01",
        },
        ...{ district: "350206" as const, industry: "electronics" as const, size: "medium" as const },
      })),
    );
    const founders = everybody.map(
      ({ personId, kind, name, locale, post, liaisonPointId, departmentId, wantsDigest }, n) => ({
        ...{ id: personId, role: kind, name, nameEn: null, locale, post, liaisonPointId, departmentId },
        ...{ email: `resident-${n}@huiyin.example`, status: "active" as const },
        mailing: wantsDigest ? ("digest" as const) : ("single" as const),
      }),
    );
    await foundOffice(tx, founders, new Date("2025-01-01T01:00:00Z"));
    await tx.insert(schema.session).values(sessions);
  });
}
