import { CannotClean } from "./cleaned.ts";

/** One operator of a page's content with its operands, as written. */
export interface Operation {
  operands: string[];
  operator: string;
}

const BLANK = /[\0\t\n\f\r ]+|%[^\r\n]*/y;
const NAME = /\/[^\0\t\n\f\r ()<>[\]{}/%]*/y;
const HEX = /<[0-9A-Fa-f\0\t\n\f\r ]*>/y;
const WORD = /[^\0\t\n\f\r ()<>[\]{}/%]+/y;
const IMAGE_END = /[\0\t\n\f\r ]EI(?=[\0\t\n\f\r ]|$)/g;

/** What marks content and adds nothing that is seen: its name, its author, the text behind it. */
const MARKING = new Set(["BMC", "BDC", "EMC", "MP", "DP"]);

/** The operations of a content stream, without comments and marks. Throws `CannotClean` where it can't be read. */
export function operationsOf(content: string): Operation[] {
  const operations: Operation[] = [];
  let operands: string[] = [];
  for (let at = 0; at < content.length; ) {
    const blank = matchAt(BLANK, content, at);
    if (blank) {
      at += blank.length;
      continue;
    }
    const token = tokenAt(content, at);
    at += token.length;
    if (!/^[A-Za-z'"]/.test(token) || /^(?:true|false|null)$/.test(token)) {
      operands.push(token);
      continue;
    }
    if (token === "ID") {
      const data = imageAt(content, at, operands);
      operations.push({ operands: [...operands, data], operator: "ID" });
      at += data.length;
    } else if (!MARKING.has(token)) operations.push({ operands, operator: token });
    operands = [];
  }
  return operations;
}

/** The content again, an operation a line. */
export const contentOf = (operations: readonly Operation[]) =>
  operations
    .map(({ operands, operator }) =>
      operator === "ID"
        ? `${operands.slice(0, -1).join(" ")} ID${operands.at(-1)}`
        : [...operands, operator].join(" "),
    )
    .join("\n");

function matchAt(pattern: RegExp, content: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(content)?.[0] ?? "";
}

function tokenAt(content: string, at: number): string {
  const first = content[at];
  if (first === "(") return stringAt(content, at);
  if (first === "[") return groupAt(content, at, "]");
  if (content.startsWith("<<", at)) return groupAt(content, at, ">>");
  const token = matchAt(first === "/" ? NAME : first === "<" ? HEX : WORD, content, at);
  if (!token) throw new CannotClean("broken");
  return token;
}

function stringAt(content: string, from: number): string {
  let depth = 0;
  for (let at = from; at < content.length; at++) {
    if (content[at] === "\\") at++;
    else if (content[at] === "(") depth++;
    else if (content[at] === ")" && --depth === 0) return content.slice(from, at + 1);
  }
  throw new CannotClean("broken");
}

/** An array or a dictionary, its comments left out. */
function groupAt(content: string, from: number, end: string): string {
  for (let at = from + (end === "]" ? 1 : 2); at < content.length; ) {
    if (content.startsWith(end, at)) return content.slice(from, at + end.length);
    const blank = matchAt(BLANK, content, at);
    if (blank.startsWith("%")) throw new CannotClean("notUnderstood");
    at += blank.length || tokenAt(content, at).length;
  }
  throw new CannotClean("broken");
}

/** A picture inside the content, with the blank before it. One with a head of its own could say more than it shows. */
function imageAt(content: string, from: number, facts: readonly string[]): string {
  if (facts.some((one) => /DCT|JPX/.test(one))) throw new CannotClean("notUnderstood");
  IMAGE_END.lastIndex = from;
  const end = IMAGE_END.exec(content)?.index;
  if (end === undefined) throw new CannotClean("broken");
  return content.slice(from, end + 1);
}
