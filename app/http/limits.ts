import type { Allowance } from "./bucket.ts";

/** The kinds of asking that are counted apart. */
export type Kind =
  | ("page" | "form" | "save" | "upload" | "download" | "export")
  | ("signIn" | "forgot" | "link" | "verify" | "rate" | "webhook");

interface Limit {
  /** Of who is signed in; of others the address alone is known. */
  person: Allowance | undefined;
  address: Allowance;
}

const MINUTE = 60;
const TEN_MINUTES = 600;

/** An office sits behind one address: what one person may do, two hundred may do from there. */
const OFFICE = 200;

const officeOf = (person: Allowance) => ({
  person,
  address: { ...person, count: person.count * OFFICE },
});
const atDoor = (address: Allowance) => ({ person: undefined, address });

/**
 * How often who may ask for what. Honest use doesn't come near: the numbers are several times what a hurried day of a
 * person needs. Guessing passwords is bounded elsewhere and far tighter; here only the flood is.
 */
export const limits: Record<Kind, Limit> = {
  page: officeOf({ count: 600, seconds: MINUTE }),
  form: officeOf({ count: 120, seconds: MINUTE }),
  // Each pause in the typing is one.
  save: officeOf({ count: 240, seconds: MINUTE }),
  upload: officeOf({ count: 120, seconds: TEN_MINUTES }),
  download: officeOf({ count: 240, seconds: MINUTE }),
  export: officeOf({ count: 20, seconds: TEN_MINUTES }),
  signIn: atDoor({ count: 600, seconds: TEN_MINUTES }),
  forgot: atDoor({ count: 120, seconds: TEN_MINUTES }),
  link: atDoor({ count: 240, seconds: TEN_MINUTES }),
  verify: atDoor({ count: 240, seconds: TEN_MINUTES }),
  rate: atDoor({ count: 240, seconds: TEN_MINUTES }),
  webhook: atDoor({ count: 6000, seconds: MINUTE }),
};

const posted: [RegExp, Kind][] = [
  [/^\/sign-in\b/, "signIn"],
  [/^\/forgot\b/, "forgot"],
  [/^\/(invitation|reset)\//, "link"],
  [/^\/verify\b/, "verify"],
  [/^\/rate\//, "rate"],
  [/^\/api\//, "webhook"],
  [/\/save$/, "save"],
];
const fetched: [RegExp, Kind][] = [
  [/^\/desk\/ledger(\.xlsx|\.csv|\/sheet)$/, "export"],
  [/\/files\/|\.(docx|xlsx|json)$/, "download"],
];

/** What kind of asking a request is, by the place that it leads to. */
export function kindOf(method: string, place: string, contentType: string): Kind {
  const isRead = method === "GET" || method === "HEAD";
  const [, named] = (isRead ? fetched : posted).find(([shape]) => shape.test(place)) ?? [];
  if (named) return named;
  if (isRead) return "page";
  return contentType.startsWith("multipart/") ? "upload" : "form";
}
