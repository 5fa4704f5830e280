import type { ReactNode } from "react";
import { useFormat } from "../i18n/use-words.ts";
import type { Tone } from "./tone.ts";

export interface TimelineEvent {
  id: string;
  at: Date | string;
  /** What happened, and who did it. */
  title: string;
  by?: ReactNode;
  tone?: Tone;
  /** What was said, what came with it. */
  children?: ReactNode;
}

const dots: Record<Tone, string> = {
  neutral: "bg-edge",
  blue: "bg-action",
  green: "bg-green",
  amber: "bg-amber",
  red: "bg-red",
  grey: "bg-edge",
};

/** What happened, in the order given. */
export function Timeline({ label, events }: { label?: string; events: readonly TimelineEvent[] }) {
  const format = useFormat();
  return (
    <ol aria-label={label} className="divide-y divide-dashed divide-line">
      {events.map((event) => (
        <li
          key={event.id}
          className="grid grid-cols-[1rem_minmax(0,1fr)] gap-x-2 py-3 first:pt-0 last:pb-0 desk:grid-cols-[6.6rem_1rem_minmax(0,1fr)] desk:gap-x-3"
        >
          <time
            dateTime={new Date(event.at).toISOString()}
            className="text-small text-soft phone:col-start-2 phone:row-start-2"
          >
            {format.instant(event.at)}
          </time>
          <span aria-hidden="true" className="flex h-5.5 items-center phone:row-start-1">
            <span className={`size-2.25 rounded-full ${dots[event.tone ?? "blue"]}`} />
          </span>
          <div className="min-w-0 phone:contents">
            <p className="phone:col-start-2 phone:row-start-1">
              <strong>{event.title}</strong>{" "}
              {event.by ? <span className="text-small text-soft">{event.by}</span> : null}
            </p>
            {event.children ? <div className="mt-1 space-y-1 phone:col-start-2">{event.children}</div> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
