import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { submit } from "../../app/domain/complaint/submit.server.ts";
import { type TrailPlace, trailPlace } from "../../app/domain/trail/place.server.ts";
import { verifyTrail } from "../../app/domain/trail/verify-trail.server.ts";
import { testDatabase } from "../support/database.ts";
import { aSubmission, type Office, openOffice, shanghai } from "../support/office.ts";
import { newPlace, sign } from "../support/trail.ts";

const at = shanghai("2026-03-02 10:00");
let office: Office;
let place: TrailPlace;
const folder = () => dirname(place.file);
const keys = () => readFileSync(join(folder(), "checkpoint-key"), "utf8").trim().split("\n");

beforeAll(async () => {
  await testDatabase();
  office = await openOffice();
  place = newPlace();
});

test("a new key signs from the next minute on, and what the old one signed stays whole without its private half", async () => {
  await submit(office.lin, aSubmission, shanghai("2026-03-02 09:30"));
  await sign(place, "2026-03-02 09:31");
  const [old = ""] = keys();
  const told = execFileSync(process.execPath, ["app/operator/checkpoint-key.ts"], {
    env: { ...process.env, HUIYIN_DATA: folder() },
  });
  const renewed = trailPlace({ folder: folder() });
  expect(JSON.parse(String(told))).toEqual({
    publicKey: renewed.publicKeys[0]?.export({ format: "der", type: "spki" }).toString("base64"),
  });
  expect(keys()).toHaveLength(2);
  expect(keys()).not.toContain(old);
  await submit(office.he, aSubmission, shanghai("2026-03-02 09:40"));
  await sign(renewed, "2026-03-02 09:41");
  expect((await verifyTrail(renewed, at)).broken).toEqual([]);
  // The old key alone knows nothing of the new one's checkpoint, nor the new one alone of the old one's.
  expect((await verifyTrail(place, at)).broken).toHaveLength(1);
  const [present] = renewed.publicKeys;
  expect((await verifyTrail({ ...renewed, publicKeys: present ? [present] : [] }, at)).broken).toHaveLength(
    1,
  );
});

test("a process that has the public keys alone checks, and can't sign", async () => {
  const text = trailPlace({ folder: folder() }).publicKeys.map((key) =>
    key.export({ format: "der", type: "spki" }).toString("base64"),
  );
  const web = trailPlace({ key: text.join(" "), folder: folder() });
  expect((await verifyTrail(web, at)).broken).toEqual([]);
  await expect(sign(web, "2026-03-02 09:50")).rejects.toThrow("HUIYIN_CHECKPOINT_KEY must begin");
});
