import { afterAll, beforeAll, expect, it } from "vitest";
import { type City, openCity } from "../doors/city.ts";
import { fuzz } from "./fuzz.ts";
import { groundOf } from "./ground.ts";

let city: City;

beforeAll(async () => {
  city = await openCity({ HUIYIN_LIMITS_SCALE: "1000000" });
}, 300_000);

afterAll(() => city?.web.stop());

it("nothing that is malformed breaks the web, stops it, or is written", async () => {
  const { db, web } = city;
  const ask = <Row>(text: string, values?: unknown[]) => db.query(text, values) as Promise<Row[]>;
  const ground = await groundOf(ask, "__Host-huiyin_session");
  const said: string[] = [];
  const asked = { requests: 3000, uploads: 300, seed: 11 };
  const told = await fuzz({ port: web.port, ground, ask, ended: web.ended }, asked, (line) =>
    said.push(line),
  );
  expect({ told, said }).toEqual({
    told: { requests: 3000, uploads: 300, serverErrors: 0, crashes: 0, writes: 0 },
    said: [],
  });
}, 300_000);
