/** So many tries at once, and then one more each time that these seconds have passed. */
export interface Budget {
  atOnce: number;
  everySeconds: number;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Whose wrong passwords are counted; what turns out right is given back. */
export const BUDGETS = {
  /** An account, from wherever it isn't known: whether there is such an account makes no difference. */
  account: { atOnce: 8, everySeconds: 65 * MINUTE },
  /** A browser from which its person has signed in before: nobody else can use this up. */
  device: { atOnce: 5, everySeconds: 8 * HOUR },
  /** One's present password, asked for where one is signed in. */
  own: { atOnce: 4, everySeconds: 4 * HOUR },
  /** An address on the net, behind which a whole office may sit. */
  address: { atOnce: 50, everySeconds: MINUTE },
  /** Mails with a link to set a new password, to one address of mail and for one on the net. */
  reset: { atOnce: 3, everySeconds: 20 * MINUTE },
  resetFrom: { atOnce: 20, everySeconds: MINUTE },
} as const satisfies Record<string, Budget>;
export type BudgetKind = keyof typeof BUDGETS;

/** How many browsers one account is known to at a time; each has a budget of its own. */
export const MOST_DEVICES = 5;

/** How many guesses of an account's password are looked at in 24 hours, whoever guesses and from wherever. */
export const MOST_GUESSES_A_DAY = 100;

/** The most that a budget allows within any 24 hours. */
export const mostADay = ({ atOnce, everySeconds }: Budget): number => atOnce + Math.floor(DAY / everySeconds);

/** One try out of a budget, and whose budget it is. */
export interface Try {
  of: BudgetKind;
  whose: string;
}

/** How far a budget may be from whole, in seconds, for one more try. */
export const depthOf = ({ atOnce, everySeconds }: Budget): number => (atOnce - 1) * everySeconds;

/** What is told of a wait: whole minutes, at least one. */
export const minutesOf = (seconds: number): number => Math.max(1, Math.ceil(seconds / MINUTE));

/** What of an address is one household's or one office's: of IPv6 the first half, out of which one may choose freely. */
export function networkOf(address: string): string {
  if (!address.includes(":")) return address;
  const [head = "", tail] = address.split("%")[0]?.split("::") ?? [];
  const left = head.split(":").filter(Boolean);
  const right = (tail ?? "").split(":").filter(Boolean);
  const gap = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array<string>(gap).fill("0"), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}
