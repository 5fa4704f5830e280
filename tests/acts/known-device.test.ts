import { beforeAll, describe, expect, it } from "vitest";
import { devicesOf, forgetDevice } from "../../app/domain/people/device.server.ts";
import { BUDGETS, MOST_DEVICES } from "../../app/domain/people/guessing.ts";
import { actorOfSession } from "../../app/domain/people/session.server.ts";
import { signIn } from "../../app/domain/people/sign-in.server.ts";
import type { TestDatabase } from "../support/database.ts";
import { at, knockOf, known, later, looked, right, somebody, townToGuess } from "../support/knocks.ts";

let db: TestDatabase;

beforeAll(async () => {
  db = await townToGuess();
});

describe("a device that is known", () => {
  it("gets in while its account and its address are under attack", async () => {
    const email = somebody();
    const deviceToken = await known(email);
    const address = "198.51.100.9";
    await looked(knockOf(email, { address }), 20);
    for (let nth = 0; nth < 60; nth++) await signIn(knockOf(`a-${nth}@nowhere.example`, { address }), at);
    expect(await signIn(knockOf(email, { ...right, address }), at)).toMatchObject({ why: "tooOften" });
    for (let tries = 0; tries < 10; tries++)
      expect(await signIn(knockOf(email, { ...right, address, deviceToken }), at)).toMatchObject({
        ok: true,
      });
  });

  it("has a small budget of its own, and is nobody else's", async () => {
    const [email, other] = [somebody(), somebody()];
    const deviceToken = await known(email);
    await looked(knockOf(email), 20);
    expect(await looked(knockOf(email, { deviceToken }), 20)).toBe(BUDGETS.device.atOnce);
    await looked(knockOf(other), 20);
    expect(await signIn(knockOf(other, { ...right, deviceToken }), at)).toMatchObject({ why: "tooOften" });
    const forged = `${deviceToken.split(".")[0]}.${"A".repeat(43)}`;
    expect(await signIn(knockOf(email, { ...right, deviceToken: forged }), at)).toMatchObject({
      why: "tooOften",
    });
  });

  it("is told by mail when it is new, but for the first; two people may share a browser", async () => {
    const [email, other] = [somebody(), somebody()];
    const deviceToken = await known(email);
    await known(other);
    const second = await signIn(knockOf(email, { ...right, device: "Safari · iOS" }), later(5));
    const shared = await signIn(knockOf(other, { ...right, deviceToken }), later(6));
    const again = await signIn(knockOf(email, { ...right, deviceToken }), later(7));
    expect(second).not.toMatchObject({ deviceToken });
    for (const entry of [shared, again]) expect(entry).toMatchObject({ ok: true, deviceToken });
    const mails = await db.query(
      `select p.email, m.device, m.status, m.path from mail m join person p on p.id = m.person_id
       where kind = 'newDevice' and p.email in ($1, $2) order by m.created_at`,
      [email, other],
    );
    const said = { status: "queued", path: "/account" };
    expect(mails).toEqual([
      { email, device: "Safari · iOS", ...said },
      { email: other, device: "Chrome · Windows", ...said },
    ]);
    const rows = await db.query("select * from known_device");
    expect(JSON.stringify(rows)).not.toContain(deviceToken.split(".")[1]);
  });

  it("is one of a few, of which the one used longest ago makes room, and can be forgotten by its owner alone", async () => {
    const [email, other] = [somebody(), somebody()];
    const tokens: string[] = [];
    for (let nth = 0; nth <= MOST_DEVICES; nth++) tokens.push(await known(email, later(nth)));
    const entry = await signIn(knockOf(email, { ...right, deviceToken: tokens[5] }), later(10));
    const who = await actorOfSession(entry.ok ? entry.token : "", later(10));
    if (!who) throw new Error("nobody");
    const devices = await devicesOf(who, later(10));
    const idOf = (token = "") => token.split(".")[0] ?? "";
    expect(devices.map(({ id }) => id)).toEqual([5, 4, 3, 2, 1].map((nth) => idOf(tokens[nth])));
    const stranger = await signIn(knockOf(other, right), later(10));
    const thief = await actorOfSession(stranger.ok ? stranger.token : "", later(10));
    if (thief) await forgetDevice(thief, idOf(tokens[4]), later(11));
    expect(await devicesOf(who, later(12))).toHaveLength(MOST_DEVICES);
    await forgetDevice(who, idOf(tokens[5]), later(11));
    expect((await devicesOf(who, later(12))).map(({ id }) => id)).not.toContain(idOf(tokens[5]));
    await looked(knockOf(email), 20, later(12));
    const forgotten = { ...right, deviceToken: tokens[5] };
    expect(await signIn(knockOf(email, forgotten), later(12))).toMatchObject({ why: "tooOften" });
  });
});
