import { useState } from "react";
import { useWords } from "../i18n/use-words.ts";
import { Button, ButtonLink, buttonLook } from "./button.tsx";
import { NoticeBanner } from "./notice-banner.tsx";
import { PrintButton } from "./print-button.tsx";
import { useHydrated } from "./use-hydrated.ts";

/** Recovery codes, the one time that they are shown: to print, to copy, to download. */
export function RecoveryCodes({ codes, next }: { codes: readonly string[]; next: string }) {
  const words = useWords().factor.recovery;
  const text = [words.head, ...codes].join("\n");
  return (
    <div>
      <NoticeBanner tone="warn" title={words.title}>
        {words.lead}
      </NoticeBanner>
      <ul className="grid max-w-2xl gap-x-6 gap-y-2 rounded-md border border-line p-4 font-mono text-small whitespace-nowrap tabular-nums desk:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="no-print mt-4 flex flex-wrap gap-2">
        <ButtonLink to={next} tone="primary">
          {words.saved}
        </ButtonLink>
        <PrintButton label={words.print} />
        <Copy text={text} />
        <a
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download={words.file}
          className={buttonLook()}
        >
          {words.download}
        </a>
      </div>
    </div>
  );
}

function Copy({ text }: { text: string }) {
  const words = useWords().factor.recovery;
  const [isCopied, setCopied] = useState(false);
  if (!useHydrated()) return null;
  const copy = () => navigator.clipboard.writeText(text).then(() => setCopied(true));
  return (
    <>
      <Button type="button" tone="secondary" onClick={copy}>
        {words.copy}
      </Button>
      <span role="status" className="self-center text-small text-soft empty:hidden">
        {isCopied ? words.copied : null}
      </span>
    </>
  );
}
