import type { Conduct, Disclosure, Field, Kind } from "../../../../db/vocabulary.ts";
import { type DraftStep, differing } from "../../../domain/complaint/draft-steps.ts";
import { isDay } from "../../../domain/complaint/field.ts";
import type { Words } from "../../../i18n/dictionaries.ts";
import { useFormat, useWords } from "../../../i18n/use-words.ts";
import { StaleBanner } from "../../../ui/notice-banner.tsx";
import { Passage } from "../../../ui/passage.tsx";

interface ElsewhereProps {
  step: DraftStep;
  here: Record<string, string>;
  there: Record<string, string>;
}

/** The same draft was written in another tab: what it says there, beside what stands in the form here. */
export function Elsewhere({ step, here, there }: ElsewhereProps) {
  const words = useWords();
  const format = useFormat();
  const { inputs } = words.office;
  const { elsewhere, reviewEmpty } = words.liaison;
  const shown = (name: string, value: string) =>
    name === "sinceOn" && isDay(value) ? format.day(value) : labelOf(words, name, value);
  return (
    <StaleBanner title={elsewhere.title} text={elsewhere.text} changes={[]}>
      <dl className="mt-2 space-y-2">
        {differing(step, here, there).map((name) => (
          <div key={name}>
            <dt className="text-small text-soft">{elsewhere.there(inputs[name as keyof typeof inputs])}</dt>
            <dd>
              <Passage>{shown(name, (there[name] ?? "").trim()) || reviewEmpty}</Passage>
            </dd>
          </div>
        ))}
      </dl>
    </StaleBanner>
  );
}

function labelOf({ office, liaison }: Words, name: string, value: string): string {
  const labels: Record<string, string | undefined> = {
    kind: office.kinds[value as Kind],
    field: office.fields[value as Field],
    conduct: office.conducts[value as Conduct],
    disclosure: office.disclosures[value as Disclosure],
    aboutCommission: value ? liaison.elsewhere.ticked : liaison.elsewhere.notTicked,
  };
  return labels[name] ?? value;
}
