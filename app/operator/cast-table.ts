import { type CastMember, cast, castPassword } from "../../db/seed/cast.ts";

/** Chinese letters are two columns wide in a terminal. */
const width = (text: string) =>
  [...text].reduce((sum, letter) => sum + (/[\u2e80-\uffef]/.test(letter) ? 2 : 1), 0);

/** The demo's people as a table of text: name, role, e-mail; and the password that they share. */
export function castTable(): string {
  const members: CastMember[] = Object.values(cast);
  const rows = members.map(({ name, role, post, email }) => [
    name.zh,
    name.en,
    post ? `${role} ${post}` : role,
    email,
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => width(row[column] ?? ""))));
  const line = (row: string[]) =>
    row.map((cell, column) => cell + " ".repeat(Math.max(0, (widths[column] ?? 0) - width(cell)))).join("  ");
  return [...rows.map(line), "", `Password of them all: ${castPassword}`].join("\n");
}
