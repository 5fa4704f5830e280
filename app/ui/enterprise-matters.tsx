import { Link } from "react-router";
import type { ComplaintStatus } from "../../db/vocabulary.ts";
import { type Day, dayOf } from "../domain/clock/day.ts";
import { slugOf } from "../domain/complaint/commands.ts";
import { type EnterpriseWait, enterpriseWaitOf, type Waited } from "../domain/complaint/enterprise-wait.ts";
import { useFormat, useWords } from "../i18n/use-words.ts";
import { ButtonLink } from "./button.tsx";
import { StatusChip } from "./status-chip.tsx";
import type { Tone } from "./tone.ts";

export interface Matter extends Waited {
  number: string;
  title: string;
  dueOn: Day | null;
  submittedAt: Date;
}

const tones: Partial<Record<ComplaintStatus, Tone>> = {
  supplementing: "amber",
  feedback: "amber",
  closed: "green",
  declined: "grey",
  withdrawn: "grey",
  referenced: "grey",
  merged: "grey",
};

// Of these a day that has passed is nobody's delay.
const ended: readonly EnterpriseWait[] = [
  "closed",
  "declined",
  "reviewLapsed",
  "reviewed",
  "referenced",
  "merged",
  "withdrawn",
  "clueConcluded",
];

const pathOf = (number: string) => `/liaison/complaints/${number}`;

/** Who does what next and by when, in one sentence; `today` is the office day. */
export function WaitSentence({ matter, today }: { matter: Waited & Pick<Matter, "dueOn">; today: Day }) {
  const { liaison } = useWords();
  const format = useFormat();
  const { dueOn } = matter;
  const isPast = dueOn !== null && dueOn < today;
  const wait = enterpriseWaitOf(matter, isPast);
  if (!isPast || ended.includes(wait)) return liaison.waits[wait](isPast ? null : dueOn && format.due(dueOn));
  const late = wait === "supplementing" || wait === "feedback" ? liaison.yourLate : liaison.theirLate;
  return (
    <>
      {liaison.waits[wait](null)} <span className="text-red">{late(format.day(dueOn))}</span>
    </>
  );
}

/** What waits for the enterprise itself: each with the one button that does it. */
export function TurnCards({ title, rows, today }: { title: string; rows: readonly Matter[]; today: Day }) {
  const { office } = useWords();
  return (
    <section aria-label={title}>
      <h2 className="mb-2 font-semibold">{title}</h2>
      <ul className="space-y-3">
        {rows.map((row) => {
          const act = row.status === "supplementing" ? "supplement" : "evaluate";
          return (
            <li
              key={row.number}
              className="rounded-lg border border-amber-line bg-amber-wash px-4 py-3.5 desk:flex desk:items-center desk:gap-6"
            >
              <div className="min-w-0 grow">
                <Head matter={row} />
                <p className="mt-0.5">
                  <WaitSentence matter={row} today={today} />
                </p>
              </div>
              <div className="mt-3 shrink-0 desk:mt-0 desk:w-40">
                <ButtonLink to={`${pathOf(row.number)}/${slugOf(act)}`} tone="primary" wide>
                  {office.commands[act].label}
                  <span className="sr-only">{row.title}</span>
                </ButtonLink>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** An enterprise's complaints, each with the sentence that says whose turn it is. */
export function MatterList({ label, rows, today }: { label: string; rows: readonly Matter[]; today: Day }) {
  return (
    <ul aria-label={label} className="divide-y divide-hair">
      {rows.map((row) => (
        <li key={row.number} className="relative px-4 py-3 hover:bg-hair">
          <Head matter={row} isWhole />
          <p className="mt-0.5 text-small text-soft">
            <WaitSentence matter={row} today={today} />
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Number, day and status above the title. Where the whole row leads there, so does a thumb anywhere on it. */
function Head({ matter, isWhole = false }: { matter: Matter; isWhole?: boolean }) {
  const { erasure, liaison, office } = useWords();
  const format = useFormat();
  return (
    <>
      <p className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 text-small text-soft">
        <span>
          {matter.number} · {liaison.submittedOn(format.day(dayOf(matter.submittedAt)))}
        </span>
        <StatusChip label={office.statuses[matter.status]} tone={tones[matter.status] ?? "blue"} />
      </p>
      <p className="mt-0.5 font-semibold">
        <Link
          to={pathOf(matter.number)}
          className={`text-ink no-underline hover:underline ${isWhole ? "after:absolute after:inset-0" : ""}`}
        >
          {matter.title || erasure.gone}
        </Link>
      </p>
    </>
  );
}
