import { loadCalendar } from "../../domain/clock/calendar.server.ts";
import { lifecycle, possibleActs } from "../../domain/complaint/lifecycle.ts";
import { loadDossier } from "../../domain/ledger/dossier.server.ts";
import { loadQueue } from "../../domain/ledger/queue.server.ts";
import { lampOf } from "../../domain/ledger/reading.ts";
import { now } from "../../http/environment.ts";
import { only } from "../../http/guards.ts";
import { read } from "../../http/reader.ts";
import { useFormat, useWords } from "../../i18n/use-words.ts";
import { Empty } from "../../ui/empty.tsx";
import { Lamp } from "../../ui/lamp.tsx";
import { QueueList, QueueSplit } from "../../ui/queue-list.tsx";
import type { Route } from "./+types/triage.ts";
import { Preview } from "./triage-preview.tsx";

/** The page divides the space of the shell itself. */
export const handle = { wide: true };

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = only(context, "intake", "supervisor");
  const at = now();
  const asked = new URL(request.url).searchParams.get("open");
  return read(context, async (tx) => {
    const calendar = await loadCalendar(tx);
    const rows = await loadQueue(tx, actor.kind);
    // Another's number, or one done meanwhile, shows the first of the list.
    const number = rows.find((row) => row.number === asked)?.number ?? rows[0]?.number;
    const dossier = number ? await loadDossier(tx, number) : null;
    return {
      role: actor.kind === "supervisor" ? ("supervisor" as const) : ("intake" as const),
      items: rows.map((row) => ({ ...row, lamp: lampOf(row, at, calendar) })),
      isOpen: asked !== null && number === asked,
      open: dossier && {
        complaint: dossier.complaint,
        point: dossier.point,
        attachments: dossier.attachments.map(({ id, name, bytes }) => ({ id, name, bytes })),
        acts: possibleActs(actor.kind, dossier.complaint.status).filter((type) => {
          const { assignment, measure } = lifecycle[type];
          // Measures are judged on the complaint's own page, where they can be read.
          return (
            !measure &&
            (!assignment || dossier.matter.assignment.some((one) => assignment.includes(one.status)))
          );
        }),
        lamp: lampOf(dossier.complaint, at, calendar),
      },
    };
  });
}

export type Opened = NonNullable<Awaited<ReturnType<typeof loader>>["open"]>;

export default function Triage({ loaderData }: Route.ComponentProps) {
  const { desk, office, ui } = useWords();
  const format = useFormat();
  const { items, open, isOpen, role } = loaderData;
  const title = desk.queue[role];
  return (
    <>
      <title>{`${title} · ${ui.product}`}</title>
      <QueueSplit
        isOpen={isOpen}
        list={
          <QueueList
            title={`${title} ${format.number(items.length)}`}
            note={desk.oldestFirst}
            isPage={!open}
            items={items.map((item) => ({
              to: `/desk?open=${item.number}`,
              number: item.number,
              title: item.title,
              detail: `${office.statuses[item.status].label} · ${office.fields[item.field]}`,
              lamp: item.lamp ? <Lamp {...item.lamp} /> : null,
              current: item.number === open?.complaint.number,
            }))}
            empty={<Empty title={desk.queueEmpty}>{desk.queueEmptyNote}</Empty>}
          />
        }
      >
        {open ? <Preview opened={open} /> : null}
      </QueueSplit>
    </>
  );
}
