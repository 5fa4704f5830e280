import { useFormat, useLocale, useWords } from "../../i18n/use-words.ts";
import { TextLink } from "../../ui/button.tsx";
import { NoticeBanner } from "../../ui/notice-banner.tsx";
import type { RulesLoaded } from "./rules.tsx";

/** That a rule is written down, where else that is told, and the way to put it right. */
export function SavedRule({ saved }: { saved: NonNullable<RulesLoaded["saved"]> }) {
  const { desk } = useWords();
  const format = useFormat();
  return (
    <NoticeBanner tone="success" title={desk.ruleSaved(saved.title, format.day(saved.madeOn))}>
      {desk.ruleLinkedTo(saved.numbers.length)}{" "}
      <TextLink to={`/desk/rules?edit=${saved.id}`}>{desk.editRule}</TextLink>
    </NoticeBanner>
  );
}

/** What a rule said before it was put right, and who did that; nothing where it never was. */
export function EarlierRules({ earlier }: Pick<RulesLoaded, "earlier">) {
  const { desk } = useWords();
  const format = useFormat();
  const locale = useLocale();
  if (earlier.length === 0) return null;
  return (
    <section className="mt-4 max-w-[46rem] border-t border-hair pt-3">
      <h3 className="font-semibold">{desk.ruleBefore}</h3>
      <ul className="mt-1 space-y-1">
        {earlier.map((one) => (
          <li key={one.version}>
            {desk.ruleWas(
              one.title,
              locale === "en" ? one.departmentEn : one.department,
              format.day(one.madeOn),
            )}
            <span className="block text-small text-soft">
              {desk.ruleChangedBy(format.instant(one.at), (locale === "en" ? one.byEn : null) ?? one.by)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
