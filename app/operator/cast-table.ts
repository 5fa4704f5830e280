import { type CastMember, cast, castPassword } from "../../db/seed/cast.ts";
import { wordsOf } from "../i18n/dictionaries.ts";

/** Chinese letters are two columns wide in a terminal. */
const width = (text: string) =>
  [...text].reduce((sum, letter) => sum + (/[\u2e80-\uffef]/.test(letter) ? 2 : 1), 0);

const { roles, posts } = wordsOf("en").office;

const roleOf = ({ role, post }: CastMember) => (post ? `${roles[role]}: ${posts[post]}` : roles[role]);

/** The demo's people as a table of text: name, role, e-mail; and the password that they share. */
export function castTable(): string {
  const members: CastMember[] = Object.values(cast);
  const head = ["姓名", "Name", "Role", "E-mail"];
  const rows = members.map((member) => [member.name.zh, member.name.en, roleOf(member), member.email]);
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => width(row[column] ?? ""))));
  const line = (row: string[]) =>
    row
      .map((cell, column) => cell + " ".repeat((widths[column] ?? 0) - width(cell)))
      .join("  ")
      .trimEnd();
  const rule = line(widths.map((columns) => "-".repeat(columns)));
  return [line(head), rule, ...rows.map(line), "", `Password of them all: ${castPassword}`].join("\n");
}
