import { slugOf } from "../../../domain/complaint/commands.ts";
import { useLocale, useWords } from "../../../i18n/use-words.ts";
import { TextLink } from "../../../ui/button.tsx";
import { NoticeBanner } from "../../../ui/notice-banner.tsx";
import type { ActPath } from "./act-panel.tsx";
import type { Acting } from "./acting.server.ts";

/** What speaks for it that this is a clue, with the way to move it, for who may do that. */
export function ClueHint({ loaded, path }: { loaded: Acting; path: ActPath }) {
  const { clue } = useWords();
  const locale = useLocale();
  const { signs, acts, open } = loaded;
  if (signs.length === 0 || !acts.includes("moveToClue") || open === "moveToClue") return null;
  const said = new Intl.ListFormat(locale).format(signs.map((sign) => clue.signs[sign]));
  return (
    <NoticeBanner tone="warn" title={clue.hintTitle}>
      {clue.hint(said)} <TextLink to={path(slugOf("moveToClue"))}>{clue.move}</TextLink>
    </NoticeBanner>
  );
}
