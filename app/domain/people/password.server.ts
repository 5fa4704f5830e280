import { hash, verify } from "@node-rs/argon2";

/** Fewer characters than this are guessed; more than the most would only cost time. */
export const PASSWORD_LENGTH = { least: 12, most: 200 };

const cost = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 };

/** The hash of a password: argon2id with 19 MiB and two passes. */
export const hashPassword = (password: string): Promise<string> => hash(password, cost);

let hashOfNobody: Promise<string> | undefined;

/** True where a password fits. Without a hash it takes as long, so that time doesn't tell who has an account. */
export async function passwordFits(passwordHash: string | null, password: string): Promise<boolean> {
  hashOfNobody ??= hashPassword("the password of nobody");
  const fits = await verify(
    passwordHash ?? (await hashOfNobody),
    password.slice(0, PASSWORD_LENGTH.most + 1),
  );
  return fits && passwordHash !== null;
}

export type PasswordFault = "tooShort" | "tooLong" | "different";

/** What is wrong with a new password and its repetition. */
export function faultOfPassword(password: string, again: string): PasswordFault | null {
  const length = [...password].length;
  if (length < PASSWORD_LENGTH.least) return "tooShort";
  if (length > PASSWORD_LENGTH.most) return "tooLong";
  return password === again ? null : "different";
}
