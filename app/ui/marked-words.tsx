import { useEffect, useRef, useState } from "react";
import { isOutright, type Mark, marksIn, type Original } from "../domain/complaint/marks.ts";
import { useWords } from "../i18n/use-words.ts";
import { oneValue, useField } from "./field.tsx";
import { Icon } from "./icon.tsx";
import { TextArea } from "./text-area.tsx";
import { useHydrated } from "./use-hydrated.ts";

interface MarkedWordsProps {
  /** The name of the field whose words a department will read. */
  field: string;
  /** What may be known here of who reported, to mark it while it is written. */
  known: Original;
  /** What was marked when it was sent: the rules know more than a page. */
  answered?: readonly Mark[];
  /** Whether a reason is enough for everything, since the enterprise agreed to be named. */
  mayAll: boolean;
}

/** What may tell a department who reported, marked in the words that it will read, and the reason to send it all the same. */
export function MarkedWords({ field, known, answered = [], mayAll }: MarkedWordsProps) {
  const { triage, office } = useWords();
  const { place, words, isAsSent } = useWritten(field);
  const marks = isAsSent && answered.length > 0 ? answered : marksIn(words, known);
  const hydrated = useHydrated();
  const outright = !mayAll && marks.some(({ kind }) => isOutright(kind));
  const asksReason = marks.some(({ kind }) => mayAll || !isOutright(kind));
  return (
    <div ref={place} className="max-w-[46rem] space-y-3">
      <div role="status" className="text-small">
        {words === "" || (marks.length === 0 && !hydrated) ? null : (
          <p
            className={`inline-flex items-start gap-1 ${marks.length > 0 ? "font-semibold text-amber" : "text-green"}`}
          >
            <Icon name={marks.length > 0 ? "warning" : "check"} className="h-lh w-3.5" />
            {marks.length > 0 ? triage.marked : triage.unmarked}
          </p>
        )}
      </div>
      {marks.length > 0 ? <MarkedPassage words={words} marks={marks} /> : null}
      {outright ? <p className="text-small font-semibold text-red">{triage.markedOutright}</p> : null}
      {asksReason ? (
        <TextArea
          name="markReason"
          label={office.inputs.markReason}
          hint={triage.markReasonHint}
          rows={2}
          maxLength={400}
          required
        />
      ) : null}
    </div>
  );
}

/** The words in a field of the form around, as they are written; without scripts as they were sent. */
function useWritten(field: string) {
  const place = useRef<HTMLDivElement>(null);
  const sent = oneValue(useField({ name: field })) ?? "";
  const [written, setWritten] = useState(sent);
  useEffect(() => {
    const area = place.current?.closest("form")?.querySelector<HTMLTextAreaElement>(`[name="${field}"]`);
    if (!area) return;
    const read = () => setWritten(area.value);
    read();
    area.addEventListener("input", read);
    return () => area.removeEventListener("input", read);
  }, [field]);
  return { place, words: asRead(written), isAsSent: asRead(written) === asRead(sent) };
}

/** As the rules read it. */
const asRead = (text: string) => text.replaceAll("\r\n", "\n").trim();

function MarkedPassage({ words, marks }: { words: string; marks: readonly Mark[] }) {
  const kinds = useWords().triage.markKinds;
  const ends = [0, ...marks.map(({ to }) => to)];
  return (
    <p className="whitespace-pre-wrap rounded-md border border-amber-line bg-amber-wash px-3 py-2">
      {marks.map(({ from, to, kind }, index) => (
        <span key={from}>
          {words.slice(ends[index], from)}
          <mark className="bg-transparent font-semibold text-amber underline decoration-2 underline-offset-4">
            {words.slice(from, to)}
          </mark>
          <span className="text-small text-amber"> [{kinds[kind]}] </span>
        </span>
      ))}
      {words.slice(ends.at(-1))}
    </p>
  );
}
