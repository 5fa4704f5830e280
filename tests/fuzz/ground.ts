import type { Role } from "../../db/vocabulary.ts";
import { builtRoutes } from "../doors/built-routes.ts";
import { signedIn } from "../support/signed-in.ts";
import type { Ground } from "./requests.ts";

type Ask = <Row>(text: string, values?: unknown[]) => Promise<Row[]>;

const some = async (ask: Ask, query: string) =>
  (
    await ask<{ value: string }>(
      `select value::text from (${query}) as t (value) order by md5(value::text) limit 40`,
    )
  ).map(({ value }) => value);

/** Signs in somebody of each role of a city, and looks around for what its addresses may name. */
export async function groundOf(ask: Ask, cookieName: string): Promise<Ground> {
  const people = await ask<{ id: string; role: Role }>(
    "select distinct on (role) id, role from person where status = 'active' order by role, email",
  );
  const tokens = new Map<Role, string>();
  for (const { id, role } of people) tokens.set(role, await signedIn(ask, id));
  const ids = [
    "attachment",
    "released_attachment",
    "evidence",
    "urging",
    "mail",
    "person",
    "notice",
    "draft",
  ];
  const known = {
    number: await some(ask, "select number from complaint"),
    code: [
      ...(await some(ask, "select code from assignment")),
      ...(await some(ask, "select code from liaison_point")),
    ],
    id: (await Promise.all(ids.map((table) => some(ask, `select id from ${table}`)))).flat(),
    kind: ["original", "released", "evidence", "supplement"],
    year: ["2025", "2026", "2027", "9999"],
    step: ["what", "who", "evidence", "check"],
    section: ["all", "measures", "answered"],
    token: ["no-such-token", "a.b"],
    rule: ["sign", "reply", "assign"],
    standing: ["infected", "waiting"],
  };
  return { routes: await builtRoutes(), tokens, cookieName, known };
}
