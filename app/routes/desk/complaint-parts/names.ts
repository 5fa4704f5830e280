import type { DepartmentRow } from "../../../domain/ledger/dossier.server.ts";
import { useLocale } from "../../../i18n/use-words.ts";

/** The name of one of these in the reader's language; "" for what isn't among them. */
export function useName(of: readonly { id: string; name: string; nameEn: string | null }[]) {
  const locale = useLocale();
  return (id: string | null | undefined): string => {
    const found = of.find((one) => one.id === id);
    return found ? ((locale === "en" ? found.nameEn : null) ?? found.name) : "";
  };
}

/** A department's name in the reader's language. */
export const useDepartmentName = (departments: readonly Pick<DepartmentRow, "id" | "name" | "nameEn">[]) =>
  useName(departments);

/** The name of who did something, in the reader's language where it is known; "" where nobody did it. */
export function usePersonName() {
  const locale = useLocale();
  return (one: { actor: string | null; actorEn: string | null }): string =>
    (locale === "en" ? one.actorEn : null) ?? one.actor ?? "";
}
