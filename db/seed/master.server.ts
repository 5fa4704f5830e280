import { eq } from "drizzle-orm";
import { must, type PersonActor, worker } from "../../app/domain/access/actor.ts";
import { type Tx, withActor } from "../../app/domain/access/with-actor.server.ts";
import { calendarOf } from "../../app/domain/clock/calendar.ts";
import { newId } from "../../app/domain/people/new-id.ts";
import { hashPassword } from "../../app/domain/people/password.server.ts";
import { foundOffice } from "../../app/domain/rights/found.server.ts";
import { schema } from "../client.server.ts";
import type { Role } from "../vocabulary.ts";
import { appointOffice } from "./appoint.server.ts";
import { chineseCalendar } from "./calendar.ts";
import { type CastMember, cast, castPassword } from "./cast.ts";
import { departments } from "./departments.ts";
import { liaisonPoints } from "./liaison-points.ts";
import { personsOfTheCity } from "./persons.ts";
import { STORY_DEVICE, storySession } from "./sign-in.ts";
import type { World } from "./world.ts";

/** Writes the city's master data: the calendar, the departments, the liaison points and everybody in them. */
export async function writeMasterData(seed: number, year: number): Promise<World> {
  const at = new Date(`${year}-01-01T09:00:00+08:00`);
  const calendar = chineseCalendar();
  const points = liaisonPoints(seed, year + 1);
  const members: CastMember[] = [...Object.values(cast), ...personsOfTheCity(seed)];
  const pointIds = new Map(points.map(({ code }) => [code, newId()]));
  const departmentIds = new Map(departments.map(({ code }) => [code, newId()]));
  const people = members.map((member) => {
    const row = personRow(member, pointIds, departmentIds);
    return { member, row, session: storySession(row.id, at) };
  });
  const leaders = new Map(
    people.flatMap(({ member, row }) => (member.portfolio === undefined ? [] : [[member.portfolio, row.id]])),
  );
  const passwordHash = await hashPassword(castPassword);
  await withActor(worker, "act", async (tx) => {
    await writeCalendar(tx, calendar);
    await tx.insert(schema.department).values(
      departments.map(({ code, name, district, portfolioLeader }) => ({
        id: known(departmentIds, code),
        code,
        name: name.zh,
        nameEn: name.en,
        district: district ?? null,
        validFrom: `${year - 2}-01-01`,
        leaderId: leaders.get(portfolioLeader) ?? null,
      })),
    );
    await tx.insert(schema.liaisonPoint).values(
      points.map(({ code, name, shortName, creditCode, district, industry, size, term }) => ({
        ...{ id: known(pointIds, code), code, name, shortName, creditCode, district, industry, size },
        termStartsOn: term.startsOn,
        termEndsOn: term.endsOn,
      })),
    );
    const founders = people.filter(({ member }) => isFounder(member));
    await foundOffice(
      tx,
      founders.map(({ row }) => ({ ...row, passwordHash })),
      at,
    );
    const contacts = people.filter(({ member }) => member.role === "liaison");
    const set = { passwordHash, createdAt: at };
    await tx.insert(schema.person).values(contacts.map(({ row }) => ({ ...row, ...set })));
    await tx.insert(schema.session).values([...founders, ...contacts].map(({ session }) => session.row));
  });
  const office = people.filter(({ member }) => !isFounder(member) && member.role !== "liaison");
  const founder = (role: Role) => {
    const { row, session } = must(
      people.find(({ member }) => member.role === role),
      `a ${role}`,
    );
    return { ...actorOf(row), ...session.holder };
  };
  await appointOffice({
    ...{ sysadmin: founder("sysadmin"), secadmin: founder("secadmin"), passwordHash, at },
    accounts: new Map(office.map(({ row: { id, status: _, ...account } }) => [id, account])),
  });
  await withActor(worker, "act", (tx) =>
    tx.insert(schema.session).values(office.map(({ session }) => session.row)),
  );
  return worldOf({ people, departmentIds, points, calendar: calendarOf(calendar.days, calendar.years) });
}

/** With these two an office begins: each other's four eyes. */
const isFounder = ({ role }: CastMember) => role === "sysadmin" || role === "secadmin";

/** Ends the sessions in which the stories were told. */
export const endStories = () =>
  withActor(worker, "act", (tx) => tx.delete(schema.session).where(eq(schema.session.device, STORY_DEVICE)));

async function writeCalendar(tx: Tx, { years, days }: ReturnType<typeof chineseCalendar>) {
  await tx.insert(schema.calendarYear).values(years.map((year) => ({ year })));
  await tx.insert(schema.calendarDay).values(days);
}

type PersonRow = ReturnType<typeof personRow>;

function personRow(
  { name, role, post, email, mobile, liaisonPointCode, departmentCode, locale }: CastMember,
  pointIds: Map<string, string>,
  departmentIds: Map<string, string>,
) {
  return {
    ...{
      id: newId(),
      name: name.zh,
      nameEn: name.en,
      email,
      mobile: mobile ?? null,
      role,
      post: post ?? null,
    },
    liaisonPointId: liaisonPointCode ? known(pointIds, liaisonPointCode) : null,
    departmentId: departmentCode ? known(departmentIds, departmentCode) : null,
    locale,
    status: "active" as const,
  };
}

interface Parts {
  people: { member: CastMember; row: PersonRow; session: ReturnType<typeof storySession> }[];
  departmentIds: Map<string, string>;
  points: World["points"];
  calendar: World["calendar"];
}

function worldOf({ people, departmentIds, points, calendar }: Parts): World {
  const actors = (keyOf: (member: CastMember) => string | undefined) =>
    new Map(
      people.flatMap(({ member, row, session }) =>
        keyOf(member) ? [[keyOf(member) as string, { ...actorOf(row), ...session.holder }]] : [],
      ),
    );
  const byKey = actors(({ key }) => key);
  const byPoint = actors(({ liaisonPointCode }) => liaisonPointCode);
  const officers = actors(({ departmentCode, post }) => (post === "officer" ? departmentCode : undefined));
  return {
    calendar,
    points,
    person: (key) => known(byKey, key),
    contact: (code) => known(byPoint, code),
    officer: (code) => known(officers, code),
    department: (code) => known(departmentIds, code),
  };
}

function actorOf({
  id,
  role,
  name,
  nameEn,
  locale,
  post,
  liaisonPointId,
  departmentId,
}: PersonRow): Omit<PersonActor, "sessionId" | "key"> {
  return {
    kind: role,
    personId: id,
    name,
    nameEn,
    locale,
    post,
    liaisonPointId,
    departmentId,
  };
}

function known<T>(map: Map<string, T>, key: string): T {
  const found = map.get(key);
  if (found === undefined) throw new Error(`The city has no ${key}.`);
  return found;
}
