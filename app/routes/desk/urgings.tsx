import { listUrgings, numbersBehind } from "../../domain/urging/urging.server.ts";
import { only } from "../../http/guards.ts";
import { markIn, markOf } from "../../http/keyset.ts";
import { read } from "../../http/reader.ts";
import { useWords } from "../../i18n/use-words.ts";
import { PageHead } from "../../ui/page-head.tsx";
import { Pager } from "../../ui/pager.tsx";
import { UrgingTable } from "../../ui/urging-table.tsx";
import type { Route } from "./+types/urgings.ts";

const path = "/desk/urgings";

export async function loader({ context, url }: Route.LoaderArgs) {
  const actor = only(context, "intake", "supervisor");
  const after = markIn(url);
  const { rows, hasMore, numbers } = await read(context, async (tx) => {
    const page = await listUrgings(tx, actor, after);
    const codes = page.rows.map(({ code }) => code);
    return { ...page, numbers: await numbersBehind(tx, codes) };
  });
  return {
    rows,
    numbers,
    firstTo: after ? path : null,
    nextTo: hasMore ? `${path}?after=${markOf(rows.at(-1))}` : null,
  };
}

export default function Urgings({ loaderData: { rows, numbers, firstTo, nextTo } }: Route.ComponentProps) {
  const { urging, door } = useWords();
  return (
    <>
      <title>{door.title(urging.title)}</title>
      <PageHead title={urging.title} lead={urging.lead} />
      <UrgingTable rows={rows} path={path} numbers={numbers} />
      <Pager firstTo={firstTo} nextTo={nextTo} />
    </>
  );
}
