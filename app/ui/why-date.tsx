import type { Skipped, WhyDate as Why, WhyMove } from "../domain/clock/explain.ts";
import { useFormat, useLocale, useWords } from "../i18n/use-words.ts";
import { Icon } from "./icon.tsx";

/** So many stretches of days off are shown at once; the rest lie behind one more press. */
const SHOWN = 4;

interface WhyDateProps {
  why: Why;
  /** Lies over what comes next instead of pushing it down: in the head of a page. */
  isFloating?: boolean;
}

const floating =
  "desk:absolute desk:top-full desk:right-0 desk:z-10 desk:w-md desk:rounded-lg desk:border desk:bg-card desk:p-4 desk:text-left";

/** Why a date is on its day, opened in place. */
export function WhyDate({ why, isFloating = false }: WhyDateProps) {
  const { clock } = useWords();
  const format = useFormat();
  const { span, moves, cappedOn } = why;
  return (
    <details className="relative text-small phone:open:basis-full not-open:print:hidden">
      <summary className="inline-flex min-h-11 cursor-pointer items-center gap-1.5 text-blue desk:min-h-6">
        <Icon name="calendar" className="size-3.5" />
        {clock.why}
      </summary>
      <dl className={`mt-1 space-y-1.5 border-line border-l-2 pl-3 ${isFloating ? floating : ""}`}>
        <Item term={clock.start}>
          {clock.startText(
            format.instant(why.from),
            format.weekday(why.effectiveOn),
            format.weekday(why.startsOn),
          )}
        </Item>
        <Item term={clock.rule}>
          {clock.ruleText(
            clock.rules[why.rule],
            clock.span[span.unit](span.count),
            clock.sources[why.source],
          )}
        </Item>
        <Item term={clock.skipped}>
          <SkippedDays skipped={why.skipped} />
        </Item>
        {cappedOn ? <Item term={clock.cap}>{clock.capText(format.weekday(cappedOn))}</Item> : null}
        {moves.length > 0 ? <Item term={clock.original}>{format.weekday(why.original)}</Item> : null}
        {moves.map((move) => (
          <MoveItem key={`${move.kind} ${move.kind === "pause" ? move.from : move.grantedOn}`} move={move} />
        ))}
        <Item term={clock.result}>
          <strong>{format.weekday(why.on)}</strong>
        </Item>
        <Provisional years={why.unknownYears} />
      </dl>
    </details>
  );
}

function Item({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="text-soft">{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function SkippedDays({ skipped }: { skipped: readonly Skipped[] }) {
  const { clock } = useWords();
  if (skipped.length === 0) return clock.noneSkipped;
  const rest = skipped.slice(SHOWN);
  return (
    <>
      <SkippedList skipped={skipped.slice(0, SHOWN)} />
      {rest.length > 0 ? (
        <details>
          <summary className="inline-flex min-h-11 cursor-pointer items-center text-blue desk:min-h-6">
            {clock.moreSkipped(rest.length)}
          </summary>
          <SkippedList skipped={rest} />
        </details>
      ) : null}
    </>
  );
}

function SkippedList({ skipped }: { skipped: readonly Skipped[] }) {
  const { clock } = useWords();
  const format = useFormat();
  const isEnglish = useLocale() === "en";
  // The calendar's names are the State Council's own, in Chinese.
  const reason = ({ kind, name }: Skipped) =>
    kind === "weekend" ? clock.weekend : isEnglish || !name ? clock.dayOff : name;
  return (
    <ul>
      {skipped.map((one) => (
        <li key={one.from}>
          {one.from === one.to
            ? clock.oneSkipped(format.weekday(one.from), reason(one))
            : clock.rangeSkipped(format.day(one.from), format.day(one.to), reason(one))}
        </li>
      ))}
    </ul>
  );
}

function MoveItem({ move }: { move: WhyMove }) {
  const { clock } = useWords();
  const format = useFormat();
  if (move.kind === "extension")
    return (
      <Item term={clock.extension}>
        {clock.extensionText(format.day(move.grantedOn), format.weekday(move.on))}
      </Item>
    );
  const reason = clock.pauses[move.why];
  return (
    <Item term={clock.pause}>
      {move.to
        ? clock.pauseText(
            reason,
            format.day(move.from),
            format.day(move.to),
            move.givenBack,
            format.weekday(move.on),
          )
        : clock.pauseRuns(reason, format.day(move.from))}
    </Item>
  );
}

function Provisional({ years }: { years: readonly number[] }) {
  const { clock } = useWords();
  const locale = useLocale();
  if (years.length === 0) return null;
  return (
    <Item term={clock.provisional}>
      <span className="text-amber">
        {clock.provisionalText(new Intl.ListFormat(locale).format(years.map(String)))}
      </span>
    </Item>
  );
}
