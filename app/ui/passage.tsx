import { useWords } from "../i18n/use-words.ts";

/** Text as somebody wrote it, with its line breaks; where none is left, because it was erased, that. */
export function Passage({ children }: { children: string }) {
  const { erasure } = useWords();
  if (children === "") return <p className="text-soft">{erasure.gone}</p>;
  return <div className="max-w-[46rem] whitespace-pre-wrap">{children}</div>;
}
