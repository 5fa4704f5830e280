import { hash, verify } from "@node-rs/argon2";
import { doorSetting, type PasswordCost } from "./door-setting.server.ts";
import { PASSWORD_LENGTH, typed } from "./password-policy.ts";

const argon = ({ memoryKiB, passes }: PasswordCost) => ({
  memoryCost: memoryKiB,
  timeCost: passes,
  parallelism: 1,
});

/** The hash of a password: argon2id at the cost that is set. */
export const hashPassword = (password: string): Promise<string> =>
  hash(typed(password), argon(doorSetting().cost));

/** What a stored hash has cost. */
function costOf(passwordHash: string): PasswordCost {
  const [, memory = "0", passes = "0"] = passwordHash.match(/\$m=(\d+),t=(\d+),/) ?? [];
  return { memoryKiB: Number(memory), passes: Number(passes) };
}

/** True for a hash that was cheaper than the setting asks by now. */
export function isCheaper(passwordHash: string): boolean {
  const [was, asked] = [costOf(passwordHash), doorSetting().cost];
  return was.memoryKiB < asked.memoryKiB || was.passes < asked.passes;
}

const nobody = new Map<string, Promise<string>>();

/** A hash at the present cost that no password of a person has. */
function hashOfNobody(): Promise<string> {
  const { memoryKiB, passes } = doorSetting().cost;
  const key = `${memoryKiB},${passes}`;
  const known = nobody.get(key) ?? hashPassword("the password of nobody");
  nobody.set(key, known);
  return known;
}

/** Has the work done that a cheaper hash has saved: memory times passes is what takes the time. */
async function makeUp(was: PasswordCost): Promise<void> {
  const { memoryKiB, passes } = doorSetting().cost;
  const saved = memoryKiB * passes - was.memoryKiB * was.passes;
  if (saved >= 8) await hash("", argon({ memoryKiB: saved, passes: 1 }));
}

/** No longer than a password can be, and one more, so that a longer one is not the same. */
const firstOf = (text: string) => [...text].slice(0, PASSWORD_LENGTH.most + 1).join("");

/** True where a password fits. Without a hash, or with a cheaper one, it takes as long: time doesn't tell who has an account. */
export async function passwordFits(passwordHash: string | null, password: string): Promise<boolean> {
  const against = passwordHash ?? (await hashOfNobody());
  const fits = await verify(against, firstOf(typed(password.slice(0, 10 * PASSWORD_LENGTH.most))));
  await makeUp(costOf(against));
  return fits && passwordHash !== null;
}
