import { useFormat, useLocale, useWords } from "../../i18n/use-words.ts";
import { TextLink } from "../../ui/button.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { Empty } from "../../ui/empty.tsx";
import type { RulesLoaded } from "./rules.tsx";

/** The rules, each with the complaints behind it. */
export function RuleTable({ rules }: { rules: RulesLoaded["rules"] }) {
  const { desk } = useWords();
  const format = useFormat();
  const locale = useLocale();
  return (
    <DataTable
      caption={desk.rulesTitle}
      rows={rules}
      rowKey={(one) => one.id}
      empty={<Empty title={desk.rulesEmpty} action={{ to: "/desk/rules?new", label: desk.recordRule }} />}
      columns={[
        { key: "madeOn", head: desk.madeOn, width: "narrow", cell: (one) => format.day(one.madeOn) },
        {
          key: "title",
          head: desk.ruleTitle,
          rowHeader: true,
          width: "wide",
          cell: (one) => (
            <>
              <strong>{one.title}</strong>
              <span className="block text-small font-normal text-soft">{one.summary}</span>
            </>
          ),
        },
        {
          key: "department",
          head: desk.ruleDepartment,
          width: "narrow",
          cell: (one) => (locale === "en" ? one.departmentEn : one.department),
        },
        {
          key: "numbers",
          head: desk.linked,
          width: "narrow",
          cell: (one) =>
            one.numbers.length === 0
              ? desk.none
              : one.numbers.map((number) => (
                  <span key={number} className="block py-px">
                    <TextLink to={`/desk/complaints/${number}`}>{number}</TextLink>
                  </span>
                )),
        },
        {
          key: "edit",
          head: desk.editRule,
          headHidden: true,
          width: "narrow",
          cell: (one) => (
            <TextLink to={`/desk/rules?edit=${one.id}`}>
              <span aria-hidden="true">{desk.editRule}</span>
              <span className="sr-only">{desk.editRuleOf(one.title)}</span>
            </TextLink>
          ),
        },
      ]}
    />
  );
}
