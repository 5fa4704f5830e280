import { sql } from "drizzle-orm";
import { createRequestHandler, data, redirect, type ServerBuild } from "react-router";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { guest } from "../../app/domain/access/actor.ts";
import { connect, disconnect, type Tx, withActor } from "../../app/domain/access/with-actor.server.ts";
import { chooseLocale } from "../../app/domain/people/account.server.ts";
import { openSession } from "../../app/domain/people/session.server.ts";
import { door, oneSnapshot } from "../../app/http/door.ts";
import { read } from "../../app/http/reader.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { type Office, openOffice } from "../support/office.ts";

process.env.HUIYIN_SECRET = "a secret that is long enough for a test";

type Context = Parameters<typeof read>[0];
type Handler = (context: Context, request: Request) => Promise<unknown>;
let database: TestDatabase;
let office: Office;
let cookie: string;
const logged: unknown[] = [];

beforeAll(async () => {
  database = await testDatabase();
  office = await openOffice();
  const open = (tx: Tx) => openSession(tx, office.su.personId, "", new Date());
  cookie = `huiyin_session=${await withActor(guest, "write", open)}`;
  // So few that a request which held one connection and waited for another would soon be found out.
  await disconnect();
  connect(database, 2);
});

beforeEach(() => {
  logged.length = 0;
});

/** Asks pages with the door in front of them, as the server does: a frame and what is in it, side by side. */
function site(frame: Handler, page: Handler, action?: Handler) {
  const route = (id: string, more: object, module: object) => ({ id, module, ...more });
  const loading =
    (loader: Handler) =>
    ({ context, request }: { context: Context; request: Request }) =>
      loader(context, request);
  const build = {
    entry: {
      module: {
        default: (_request: Request, status: number, headers: Headers, { staticHandlerContext }: never) =>
          Response.json((staticHandlerContext as { loaderData: unknown }).loaderData, { status, headers }),
        instrumentations: [oneSnapshot],
        handleError: (error: unknown) => logged.push(error),
      },
    },
    routes: {
      root: route("root", { path: "" }, { default: Boolean, middleware: [door], loader: loading(frame) }),
      page: route(
        "page",
        { path: "page", parentId: "root" },
        { default: Boolean, loader: loading(page), action: action && loading(action) },
      ),
      file: route("file", { path: "file", parentId: "root" }, { loader: loading(page) }),
    },
    assets: { version: "1", routes: {}, entry: { imports: [], module: "" }, url: "" },
    ...{ future: {}, ssr: true, isSpaMode: false, prerender: [], publicPath: "/", basename: "/" },
    routeDiscovery: { mode: "initial" },
  } as unknown as ServerBuild;
  const handle = createRequestHandler(build, "production");
  return (path = "/page", init: RequestInit = {}) =>
    handle(
      new Request(`http://huiyin.example${path}`, {
        ...init,
        headers: { Cookie: cookie, Origin: "http://huiyin.example", Host: "huiyin.example" },
      }),
    );
}

interface Look {
  pid: number;
  snapshot: string;
  locale: string;
}

/** Who looks, through which connection, and what is there. */
async function look(tx: Tx): Promise<Look> {
  const found = await tx.execute(
    sql`select pg_backend_pid() as pid, pg_current_snapshot()::text as snapshot, locale
          from person where id = ${office.su.personId}`,
  );
  return found.rows[0] as unknown as Look;
}

const looking: Handler = (context) => read(context, look);
const lookAsAnother = () => withActor(office.gu, "read", look);
const nothing: Handler = async () => null;
const change = (locale: string) =>
  database.query("update person set locale = $1 where id = $2", [locale, office.su.personId]);

/** Transactions of the application that are open, whoever forgot them. */
async function open(): Promise<number> {
  const [row] = await database.query<{ count: number }>(
    `select count(*)::int as count from pg_stat_activity
      where usename in ('huiyin_app', 'huiyin_door') and datname = $1 and state <> 'idle'`,
    [database.name],
  );
  return row?.count ?? -1;
}

describe("one page", () => {
  test("is one snapshot on one connection, whatever changes meanwhile", async () => {
    await change("zh-CN");
    const twice: Handler = async (context) => {
      const first = await read(context, look);
      await change("en");
      return [first, await read(context, look)];
    };
    const { root, page } = await (await site(looking, twice)()).json();
    expect(page).toEqual([root, root]);
    expect(root.locale).toBe("zh-CN");
    expect((await (await site(looking, nothing)()).json()).root.locale).toBe("en");
  });

  test("holds no connection any more while it is written, and what is read then is read apart", async () => {
    const begun = Promise.withResolvers<void>();
    const streaming: Handler = async (context) => {
      const first = await read(context, look);
      const rest = begun.promise.then(async () => [await open(), first, await read(context, look)]);
      const start = async (controller: ReadableStreamDefaultController) => {
        controller.enqueue(new TextEncoder().encode(JSON.stringify(await rest)));
        controller.close();
      };
      return new Response(new ReadableStream({ start }));
    };
    const answer = await site(nothing, streaming)("/file");
    await change("zh-CN");
    begun.resolve();
    const [during, before, after] = (await answer.json()) as [number, Look, Look];
    expect([during, before.locale, after.locale]).toEqual([0, "en", "zh-CN"]);
    expect(await open()).toBe(0);
  });

  test("that two kinds of actors read has their snapshots one after the other", async () => {
    const both: Handler = (context) => Promise.all([lookAsAnother(), read(context, look), lookAsAnother()]);
    const { page } = await (await site(looking, both)()).json();
    expect(page).toHaveLength(3);
    expect(await open()).toBe(0);
  });
});

describe("a write", () => {
  test("by an action is seen by the loaders of the same request, and the action's own reads hold nothing", async () => {
    await change("zh-CN");
    let during: number | undefined;
    const action: Handler = async (context) => {
      await read(context, look);
      during = await open();
      await chooseLocale(office.su, "en");
      return data({ errors: {} }, 422);
    };
    const answer = await site(looking, looking, action)("/page", { method: "POST" });
    const { root, page } = await answer.json();
    expect(answer.status).toBe(422);
    expect(during).toBe(0);
    expect(root.locale).toBe("en");
    expect(page).toEqual(root);
  });

  test("by a loader is seen by what it reads next", async () => {
    await change("zh-CN");
    const writing: Handler = async (context) => {
      const before = await read(context, look);
      await chooseLocale(office.su, "en");
      return [before, await read(context, look)];
    };
    const { page } = await (await site(looking, writing)()).json();
    expect(page.map(({ locale }: Look) => locale)).toEqual(["zh-CN", "en"]);
    expect(await open()).toBe(0);
  });
});

describe("under load and in trouble", () => {
  test("twenty pages of three reads each pass through two connections", async () => {
    const thrice: Handler = async (context) => [
      await read(context, look),
      await lookAsAnother(),
      await read(context, look),
    ];
    const ask = site(looking, thrice);
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask()));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    expect(await open()).toBe(0);
  });

  test("an error is told once, and it is the first", async () => {
    const failed = Promise.withResolvers<void>();
    const failing: Handler = (context) =>
      read(context, (tx) => tx.execute(sql`select 1 / (select count(*) from person where false)`)).finally(
        failed.resolve,
      );
    const failingLater: Handler = async (context) => {
      await failed.promise;
      return read(context, (tx) => tx.execute(sql`select nothing`));
    };
    const answer = await site(failingLater, failing)();
    expect(answer.status).toBe(500);
    expect(logged.map((error) => (error as { cause: Error }).cause.message)).toEqual(["division by zero"]);
    expect(await open()).toBe(0);
    expect((await site(looking, looking)()).status).toBe(200);
  });

  test("a backend that dies is one error, and the next page is well", async () => {
    const dying: Handler = (context) =>
      read(context, async (tx) => {
        const { pid } = await look(tx);
        await database.query("select pg_terminate_backend($1)", [pid]);
        return look(tx);
      });
    for (let round = 0; round < 5; round++) expect((await site(dying, looking)()).status).toBe(500);
    expect(logged).toHaveLength(5);
    expect((await site(looking, looking)()).status).toBe(200);
    expect(await open()).toBe(0);
  });

  test("a redirect or a missing page leaves nothing open", async () => {
    const away: Handler = (context) =>
      read(context, async (tx) => {
        await look(tx);
        throw redirect("/elsewhere");
      });
    expect((await site(looking, away)()).status).toBe(302);
    expect(await open()).toBe(0);
    expect(logged).toEqual([]);
  });

  test("a reader who goes away leaves nothing open", async () => {
    const gone = new AbortController();
    const slow: Handler = async (context) => {
      const first = await read(context, look);
      gone.abort();
      await new Promise((done) => setTimeout(done, 50));
      return [first, await read(context, look)];
    };
    await site(looking, slow)("/page", { signal: gone.signal }).catch(() => {});
    await expect.poll(open).toBe(0);
    expect((await site(looking, looking)()).status).toBe(200);
  });

  test("a unit of work inside another is refused, and does not wait for itself", async () => {
    const nesting: Handler = (context) => read(context, () => chooseLocale(office.su, "en"));
    expect((await site(nothing, nesting)()).status).toBe(500);
    expect(String(logged[0])).toContain("inside another");
  });
});
