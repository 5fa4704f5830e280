import { Link, useLocation } from "react-router";
import type { Suggestion } from "../../../domain/ledger/similar.ts";
import { useWords } from "../../../i18n/use-words.ts";
import { TextLink } from "../../../ui/button.tsx";

interface LeadHintProps {
  suggestion: Suggestion;
  nameOf: (id: string) => string;
}

/** Who led such matters before, with one press to take it: a hint, never chosen by itself. */
export function LeadHint({ suggestion, nameOf }: LeadHintProps) {
  const { triage } = useWords();
  const { pathname, search } = useLocation();
  const { departmentId, led, of, among, to } = suggestion;
  const taken = new URLSearchParams(search);
  taken.set("lead", departmentId);
  return (
    <>
      {triage.suggestion[among](nameOf(departmentId), led, of)}{" "}
      <TextLink to={to} newWindow>
        {triage.seeLed(led)}
      </TextLink>{" "}
      <Link
        to={`${pathname}?${taken}`}
        preventScrollReset
        onClick={(event) => {
          const select = event.currentTarget.closest("form")?.elements.namedItem("lead");
          if (!(select instanceof HTMLSelectElement)) return;
          // Without a new page, so that nothing typed is lost.
          event.preventDefault();
          select.value = departmentId;
          select.focus();
        }}
        className="ml-1 inline-flex min-h-6 items-center rounded-full border border-blue-line bg-blue-wash px-2.5 font-semibold text-blue no-underline hover:border-blue"
      >
        {triage.take}
      </Link>
    </>
  );
}
