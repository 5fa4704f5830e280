import type { DepartmentRow } from "../../../domain/ledger/dossier.server.ts";
import { useLocale } from "../../../i18n/use-words.ts";

/** A department's name in the reader's language. */
export function useDepartmentName(departments: readonly Pick<DepartmentRow, "id" | "name" | "nameEn">[]) {
  const locale = useLocale();
  return (id: string | null | undefined): string => {
    const found = departments.find((one) => one.id === id);
    return found ? (locale === "en" ? found.nameEn : found.name) : "";
  };
}

/** The name of who did something, in the reader's language where it is known; "" where nobody did it. */
export function usePersonName() {
  const locale = useLocale();
  return (one: { actor: string | null; actorEn: string | null }): string =>
    (locale === "en" ? one.actorEn : null) ?? one.actor ?? "";
}
