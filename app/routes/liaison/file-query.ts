import { COMPLAINT_STATUSES } from "../../../db/vocabulary.ts";
import { FILE_PARTS } from "../../domain/complaint/file-part.ts";

/** What the address of an enterprise's file cuts it down to. */
export function queryIn({ searchParams }: URL) {
  const given = (name: string) => searchParams.get(name) ?? "";
  return {
    year: /^20\d\d$/.test(given("year")) ? Number(given("year")) : null,
    status: COMPLAINT_STATUSES.find((one) => one === given("status")) ?? null,
    part: FILE_PARTS.find((one) => one === given("part")) ?? null,
    q: given("q").trim().slice(0, 60) || null,
  };
}

export type Query = ReturnType<typeof queryIn>;

/** The address of the file cut down so, at the page after a mark. */
export const pathOf = (query: Partial<Query>, after?: string | null) => {
  const given = Object.entries({ ...query, after }).filter(([, value]) => value);
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text ? `/liaison/file?${text}` : "/liaison/file";
};
