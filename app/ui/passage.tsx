/** Text as somebody wrote it, with its line breaks. */
export function Passage({ children }: { children: string }) {
  return <div className="max-w-[46rem] whitespace-pre-wrap">{children}</div>;
}
