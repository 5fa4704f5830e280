import pg from "pg";
import { createServer } from "vite";
import { connect } from "../../app/domain/access/with-actor.server.ts";
import type { DeliveryParts } from "../../app/domain/notice/deliver.server.ts";
import { chineseCalendar } from "../../db/seed/calendar.ts";
import { random } from "../../db/seed/random.ts";
import { type Day, OfficeDays } from "../simulate/office-days.ts";
import { setChance, setClock } from "./chance.ts";
import { courseOf, type Move } from "./course.ts";
import { openWorld, type Query } from "./office.ts";
import { openPost } from "./post.ts";
import { kept, secretCourseOf, type Why } from "./secret.ts";
import { World } from "./world.ts";

/** What a world is told as it begins. */
export interface Wish {
  name: "A" | "B";
  /** What the worlds differ in: who reported, or whether there is a matter that a colleague must not know of. */
  in: "reporter" | Why;
  url: string;
  doorUrl: string;
  jobsUrl: string;
  ownerUrl: string;
  port: number;
  scripts: number;
  seed: number;
}

const FIRST: Day = "2024-01-03";
/** Scripts that are on their way together, and the working days that they have. */
const TOGETHER = 25;
const WORKDAYS = 22;

const wish = JSON.parse(process.argv[2] ?? "{}") as Wish;
const owner = new pg.Pool({ connectionString: wish.ownerUrl, max: 2 });
const query: Query = async <Row extends object>(text: string, values: unknown[] = []) =>
  (await owner.query(text, values)).rows as Row[];

setChance("office");
setClock(new Date("2024-01-02T01:00:00Z"));
connect(wish, 4);
const office = await openWorld(query);
await import("../../app/http/server.ts");
// The templates are .tsx, which Node does not load by itself.
const vite = await createServer({
  configFile: false,
  appType: "custom",
  server: { middlewareMode: true, ws: false, watch: null },
});
const { renderMail } = (await vite.ssrLoadModule("/emails/index.ts")) as {
  renderMail: DeliveryParts["render"];
};
const world = new World(wish.name, wish.port, office, query);
const { in: differIn } = wish;
const watched =
  differIn === "reporter"
    ? "p.role in ('department', 'leader')"
    : `split_part(p.email, '@', 1) in (${kept[differIn].map((name) => `'${name}'`).join()})`;
const post = await openPost(world, renderMail, watched);
const days = new OfficeDays(chineseCalendar().days);

/** Some scripts side by side, day by day, with the worker in the morning and after hours. */
async function month(first: Day, names: string[]) {
  const moves: Move[] = names.flatMap((name) => {
    const chance = random(wish.seed * 1000 + Number(name));
    return differIn === "reporter"
      ? courseOf(world, chance, name, (nth) => days.walk(first, nth))
      : secretCourseOf(world, chance, name, differIn);
  });
  for (let nth = 0; nth <= WORKDAYS; nth++) {
    const day = days.walk(first, nth);
    const todays = moves
      .filter((move) => move.day === nth)
      .toSorted((a, b) => (a.clock < b.clock ? -1 : a.clock > b.clock ? 1 : 0));
    let hasWorked = false;
    for (const { clock, does } of todays) {
      if (clock > "09:55" && !hasWorked) {
        world.turnTo(day, "09:55:00");
        await post.work();
        hasWorked = true;
      }
      world.turnTo(day, `${clock}:00`);
      await does();
    }
    world.turnTo(day, "17:35:00");
    await post.work();
  }
}

for (let from = 0, first = FIRST; from < wish.scripts; from += TOGETHER) {
  const names = Array.from({ length: Math.min(TOGETHER, wish.scripts - from) }, (_, nth) =>
    String(from + nth),
  );
  await month(first, names);
  first = days.walk(first, WORKDAYS + 1);
}
process.send?.(null);
process.exit(0);
