import { type PersonActor, worker } from "../../app/domain/access/actor.ts";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import { newId } from "../../app/domain/people/new-id.ts";
import { schema } from "../../db/client.server.ts";
import { storySession } from "../../db/seed/sign-in.ts";
import { type Office, openOffice } from "../support/office.ts";

/** One question to a world's database behind the application's back. */
export type Query = <Row extends object>(text: string, values?: unknown[]) => Promise<Row[]>;

export interface WorldOffice extends Office {
  /** Of the construction bureau: its approver, who reads English and has one mail a morning. */
  qian: PersonActor;
  /** A colleague of su's. */
  cheng: PersonActor;
}

const from = new Date("2024-01-01T01:00:00Z");

/** The small office, with enterprises that are alike in nothing, and more people who look. */
export async function openWorld(query: Query): Promise<WorldOffice> {
  const office = await openOffice();
  const newcomer = (name: string, of: Pick<PersonActor, "kind"> & Partial<PersonActor>): PersonActor => {
    const nobody = {
      nameEn: null,
      locale: "zh-CN" as const,
      post: null,
      liaisonPointId: null,
      departmentId: null,
    };
    const personId = newId();
    const { row, holder } = storySession(personId, from);
    sessions.push(row);
    return { personId, name, ...nobody, ...holder, ...of };
  };
  const sessions: ReturnType<typeof storySession>["row"][] = [];
  const department = { kind: "department" as const, departmentId: office.construction };
  const qian = newcomer("钱守正", { ...department, post: "approver", locale: "en" });
  const cheng = newcomer("程一诺", { kind: "intake" });
  for (const [key, one] of Object.entries({ qian, cheng }))
    await query(
      `insert into person (id, name, email, role, post, department_id, locale, mailing, status, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, 'active', $9)`,
      [
        ...[
          one.personId,
          one.name,
          `${key}@huiyin.example`,
          one.kind,
          one.post,
          one.departmentId,
          one.locale,
        ],
        ...[key === "qian" ? "digest" : "single", from],
      ],
    );
  await withActor(worker, "act", async (tx) => {
    await tx.insert(schema.session).values(sessions);
    // Both have reported before: under which id, chance alone has said, and no matter of a script says it again.
    const reporters = [office.lin, office.he].map(({ personId, liaisonPointId }) => ({
      personId,
      liaisonPointId,
    }));
    await tx.insert(schema.reporter).values(reporters.map((one) => ({ id: newId(), ...one })));
  });
  await query("update person set mailing = 'digest' where email = 'gu@huiyin.example'");
  await query("update department set leader_id = $1 where code = 'construction'", [office.liang.personId]);
  await query(
    `update liaison_point set name = '澄湾市禾穗收获机械与农业装备股份有限公司', short_name = '禾穗农装',
       credit_code = '91350100M000100Z00', district = '350213', industry = 'machinery', size = 'micro'
     where code = 'LXD-002'`,
  );
  await query(
    "update person set locale = 'en', name_en = 'Wangshu He', mobile = '13900001111' where email = 'he@huiyin.example'",
  );
  return { ...office, qian, cheng };
}
