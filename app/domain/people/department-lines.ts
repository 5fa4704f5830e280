/** A department's two names; the English one is the Chinese where nobody gave any. */
export interface DepartmentNames {
  name: string;
  nameEn: string;
}

export const LONGEST_NAME = 100;
export const MOST_LINES = 300;

/** Departments as they were pasted, one in a line: the name, and after a bar or a tab its English name. */
export function departmentsIn(text: string): DepartmentNames[] {
  return text.split("\n").flatMap((line) => {
    const [name = "", nameEn = ""] = line.split(/[|｜\t]/).map((part) => part.trim());
    return name ? [{ name, nameEn: nameEn || name }] : [];
  });
}

/** The first line that can't be taken, and why; null where all can. `known` are the names that are there already. */
export function faultIn(
  lines: readonly DepartmentNames[],
  known: readonly string[],
): { fault: "none" | "tooMany" | "tooLong" | "twice" | "known"; name: string } | null {
  if (lines.length === 0) return { fault: "none", name: "" };
  if (lines.length > MOST_LINES) return { fault: "tooMany", name: "" };
  const seen = new Set<string>();
  for (const { name, nameEn } of lines) {
    if (Math.max(name.length, nameEn.length) > LONGEST_NAME) return { fault: "tooLong", name };
    if (seen.has(name)) return { fault: "twice", name };
    if (known.includes(name)) return { fault: "known", name };
    seen.add(name);
  }
  return null;
}
