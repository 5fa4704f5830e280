import { setDoor } from "../../app/domain/people/door-setting.server.ts";
import { type Knock, signIn } from "../../app/domain/people/sign-in.server.ts";
import { emailOf, openTown, townPassword } from "../guessing/town.ts";
import { type TestDatabase, testDatabase } from "./database.ts";

export const at = new Date("2026-03-02T09:00:00+08:00");
export const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000);

/** A town of thirty people, one whose account is closed and one who was only invited. */
export async function townToGuess(): Promise<TestDatabase> {
  setDoor({ cost: { memoryKiB: 64, passes: 1 }, secret: "a secret of the tests, long enough" });
  const db = await testDatabase();
  await openTown({ query: db.query } as never, 30, at);
  await openTown({ query: db.query } as never, 1, at, "disabled", 30);
  await openTown({ query: db.query } as never, 1, at, "invited", 31);
  return db;
}

export const knockOf = (email: string, more: Partial<Knock> = {}): Knock => ({
  email,
  password: "not the right one",
  device: "Chrome · Windows",
  ...more,
});

let next = 0;

/** The next person of the town whom no test has used. */
export const somebody = () => emailOf(next++);

export const right = { password: townPassword };

/** Sends the same so many times at once; how many of them were looked at. */
export async function looked(knock: Knock, times: number, when = at): Promise<number> {
  const answers = await Promise.all(Array.from({ length: times }, () => signIn(knock, when)));
  return answers.filter((answer) => !answer.ok && answer.why === "wrong").length;
}

/** Signs in once, and answers what the browser keeps. */
export async function known(email: string, when = at): Promise<string> {
  const entry = await signIn(knockOf(email, right), when);
  if (!entry.ok || !entry.deviceToken) throw new Error("no device");
  return entry.deviceToken;
}
