import type { ErasureGround } from "../../db/vocabulary.ts";
import { useFormat, useWords } from "../i18n/use-words.ts";
import { NoticeBanner } from "./notice-banner.tsx";

interface ErasedBannerProps {
  erased: { at: Date; ground: ErasureGround } | null | undefined;
  /** Whether its own enterprise reads it. */
  isOwn?: boolean;
}

/** That what was said is gone: when, on what ground, and what stays. Nothing where it is there. */
export function ErasedBanner({ erased, isOwn = false }: ErasedBannerProps) {
  const { erasure, office } = useWords();
  const format = useFormat();
  if (!erased) return null;
  return (
    <NoticeBanner tone="info" title={erasure.gone}>
      <p>{erasure.done(format.instant(erased.at), office.erasureGrounds[erased.ground])}</p>
      <p>{erasure.stays}</p>
      <p>{erasure.refused}</p>
      {isOwn ? <p>{erasure.safe}</p> : null}
    </NoticeBanner>
  );
}
