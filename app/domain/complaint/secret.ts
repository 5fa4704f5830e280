const folded = (text: string) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, "");

/**
 * Whether a text holds one of the names, however it is spaced, punctuated or widened. Names of one
 * character are passed over: they stand in every sentence.
 */
export function holdsSecret(text: string, names: readonly string[]): boolean {
  const hay = folded(text);
  return names.some((name) => folded(name).length > 1 && hay.includes(folded(name)));
}
