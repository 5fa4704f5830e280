const LONGEST = 48;
/** How nearly every brief begins, which tells one from another by nothing. */
const OPENING = /^[某有][^，。：:]{1,8}?(?:反映|建议|咨询|求助)[：:，]?\s*/u;

/** The matter in a few words: the first sentence of its brief, cut at a pause where that is long. */
export function titleOf(brief: string): string {
  const text = brief.trim().replace(OPENING, "");
  const [first = text] = /^.*?[。！？!?\n]|^.*?\.(?=\s)/u.exec(text) ?? [];
  const sentence = first.replace(/[。\n]$|\.$/u, "").trim();
  if (sentence.length <= LONGEST) return sentence;
  const start = sentence.slice(0, LONGEST);
  const pause = Math.max(start.lastIndexOf("，"), start.lastIndexOf("；"), start.lastIndexOf(" "));
  return `${start.slice(0, pause > LONGEST / 2 ? pause : LONGEST)}…`;
}
