import { CLUE_FIGURES } from "../../domain/clue/state.ts";
import { useFormat, useWords } from "../../i18n/use-words.ts";
import { NumberRow, NumberTile } from "../../ui/number-tile.tsx";
import type { Clues } from "./clues.tsx";

/** The discipline team's own year, which counts nowhere else. */
export function ClueFigures({ clues }: { clues: Clues }) {
  const { clue, desk, office } = useWords();
  const format = useFormat();
  const { figures, conducts, year } = clues;
  return (
    <section aria-label={clue.figures(year)}>
      <NumberRow label={clue.figures(year)}>
        {CLUE_FIGURES.map((name) => (
          <NumberTile
            key={name}
            label={clue.figureNames[name]}
            value={figures[name]}
            to={`/clues?figure=${name}`}
            open={desk.openList(format.number(figures[name]))}
          />
        ))}
      </NumberRow>
      {conducts.length > 0 ? (
        <p className="mb-4 flex flex-wrap gap-x-4 text-small text-soft">
          {clue.byConduct}
          {conducts.map(({ conduct, count }) => (
            <span key={conduct}>
              {office.conducts[conduct]} <strong className="text-ink">{format.number(count)}</strong>
            </span>
          ))}
        </p>
      ) : null}
    </section>
  );
}
