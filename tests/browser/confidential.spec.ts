import { type APIRequestContext, expect, test } from "@playwright/test";
import pg from "pg";
import { runningDemo } from "../../app/operator/database.ts";
import { signIn } from "./people.ts";

/** What no page of a department may hold, from behind the application's back. */
interface Truth {
  code: string;
  number: string;
  disclosure: string;
  words: string[];
  names: string[];
}

const LONGEST_SHARED = 12;

async function truths(): Promise<Truth[]> {
  const running = await runningDemo(process.env.HUIYIN_BROWSER_DATA ?? "");
  if (!running) throw new Error("The demo under test does not run.");
  const client = new pg.Client({ connectionString: running.ownerUrl });
  await client.connect();
  const { rows } = await client.query<Truth>(
    `select a.code, c.number, c.disclosure, array[c.title, c.description] as words,
            array[point.name, point.short_name, point.code, point.credit_code, who.name, who.email, c.id::text] as names
       from assignment a join complaint c on c.id = a.complaint_id
       join reporter r on r.id = c.reporter_id
       join liaison_point point on point.id = r.liaison_point_id join person who on who.id = r.person_id
       join person zhao on zhao.department_id = a.department_id
      where zhao.email = 'zhao@huiyin.example'`,
  );
  await client.end();
  return rows;
}

/** Every run of so many characters of a text. */
function* runs(text: string) {
  const plain = text.replaceAll(/\s/g, "");
  for (let at = 0; at + LONGEST_SHARED <= plain.length; at++) yield plain.slice(at, at + LONGEST_SHARED);
}

/** The page as it is sent, in both of its forms: for a browser that asks anew, and for a script. */
async function sentFor(request: APIRequestContext, path: string): Promise<string> {
  const [pathname, query] = path.split("?");
  const bodies = [];
  for (const address of [path, `${pathname}.data${query ? `?${query}` : ""}`]) {
    const response = await request.get(address);
    expect([address, response.status()]).toEqual([address, 200]);
    bodies.push(await response.text());
  }
  // Inside a page its data stands as a string of escapes.
  return bodies
    .join("\n")
    .replaceAll(/\\u([0-9a-f]{4})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function leaksIn(sent: string, { number, words, names, disclosure }: Truth): string[] {
  const found = [number].filter((secret) => sent.includes(secret));
  if (disclosure === "named") return found;
  const plain = sent.replaceAll(/\s/g, "");
  const original = words.flatMap((text) => [...runs(text)].filter((run) => plain.includes(run)).slice(0, 1));
  return [...found, ...names.filter((name) => name && sent.includes(name)), ...original];
}

test("no page of a department says who reported, or a line of what they wrote", async ({ page }) => {
  test.setTimeout(240_000);
  const all = await truths();
  expect(all.length).toBeGreaterThan(20);
  expect(all.filter(({ disclosure }) => disclosure !== "named").length).toBeGreaterThan(10);
  await signIn(page, "zhao");
  for (const truth of all) {
    const path = `/department/assignments/${truth.code}`;
    const sent = await sentFor(page.request, path);
    expect(sent).toContain(truth.code);
    expect([truth.code, leaksIn(sent, truth)]).toEqual([truth.code, []]);
  }
});

test("no list of a department does either", async ({ page }) => {
  const hidden = (await truths()).filter(({ disclosure }) => disclosure !== "named");
  await signIn(page, "zhao");
  for (const path of [
    "/department",
    "/department/unsigned",
    "/department/measures",
    "/department/answered",
    "/department/all",
    "/department/all?q=JB",
    "/notices",
    "/account",
  ]) {
    const sent = await sentFor(page.request, path);
    expect([path, hidden.flatMap((truth) => leaksIn(sent, truth))]).toEqual([path, []]);
  }
});
