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
