import { type ComplaintFigure, RATES, type Rate } from "../../domain/figure/figure.ts";
import { useFormat, useWords } from "../../i18n/use-words.ts";
import { TextLink } from "../../ui/button.tsx";
import type { FiguresLoaded } from "./figures.tsx";

const mainRates = [
  "response",
  "onTime",
  "finalOnTime",
  "resolution",
  "satisfaction",
] as const satisfies readonly Rate[];

/** The rates, each beside its definition; what is counted and out of what are lists to open. */
export function Rates({ loaded }: { loaded: FiguresLoaded }) {
  return (
    <dl className="space-y-4">
      {mainRates.map((name) => (
        <RateLine key={name} name={name} loaded={loaded} />
      ))}
    </dl>
  );
}

const notHeld = [
  "lookBackPartly",
  "relapsed",
  "falseRectification",
] as const satisfies readonly ComplaintFigure[];

/** What was found after the end: the rate of what held, and the lists of what did not. */
export function LookBacks({ loaded }: { loaded: FiguresLoaded }) {
  const { desk } = useWords();
  return (
    <dl className="space-y-4">
      <RateLine name="held" loaded={loaded} />
      {notHeld.map((figure) => (
        <div key={figure} className="flex items-baseline justify-between gap-4">
          <dt>{desk.figures[figure]}</dt>
          <dd>
            <Counted figure={figure} loaded={loaded} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function RateLine({ name, loaded }: { name: Rate; loaded: FiguresLoaded }) {
  const { desk } = useWords();
  const format = useFormat();
  const { part, whole } = RATES[name];
  const ratio = loaded.figures.rates[name];
  return (
    <div className="grid grid-cols-[1fr_auto] items-baseline gap-x-4">
      <dt className="font-semibold">{desk.rates[name].label}</dt>
      <dd className="text-lead font-semibold">{ratio === null ? desk.none : format.percent(ratio)}</dd>
      <dd className="col-span-2 text-small text-soft">{desk.rates[name].definition}</dd>
      <dd className="col-span-2 flex flex-wrap gap-x-3 text-small">
        <Counted figure={part} label={desk.countedPart} loaded={loaded} />
        <Counted figure={whole} label={desk.countedWhole} loaded={loaded} />
      </dd>
    </div>
  );
}

interface CountedProps {
  figure: ComplaintFigure;
  label?: string;
  loaded: FiguresLoaded;
}

function Counted({ figure, label, loaded }: CountedProps) {
  const { desk } = useWords();
  const format = useFormat();
  return (
    <span>
      {label ? <span className="text-soft">{label} </span> : null}
      <TextLink to={`/desk/ledger?year=${loaded.year}&figure=${figure}`}>
        {format.number(loaded.figures[figure])}
        <span className="sr-only">{desk.figures[figure]}</span>
      </TextLink>
    </span>
  );
}

/** How each figure is reckoned, in a sentence. */
export function Dictionary() {
  const { desk } = useWords();
  const names: Readonly<Record<string, string>> = {
    ...desk.figures,
    rules: desk.rulesMade,
    activePoints: desk.activePoints,
  };
  return (
    <dl className="grid gap-x-6 gap-y-2 desk:grid-cols-[repeat(auto-fill,minmax(18rem,1fr))]">
      {Object.entries(desk.definitions).map(([name, definition]) => (
        <div key={name}>
          <dt className="font-semibold">{names[name]}</dt>
          <dd className="text-soft">{definition}</dd>
        </div>
      ))}
    </dl>
  );
}
