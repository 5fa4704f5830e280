import { type ReactNode, useEffect, useRef } from "react";
import { useLocation } from "react-router";
import { useFormat, useWords } from "../i18n/use-words.ts";
import { Icon, type IconName } from "./icon.tsx";

export type BannerTone = "info" | "success" | "warn" | "error";

const looks: Record<BannerTone, { box: string; ink: string; icon: IconName }> = {
  info: { box: "border-blue-line bg-blue-wash", ink: "text-blue", icon: "info" },
  success: { box: "border-green-line bg-green-wash", ink: "text-green", icon: "check" },
  warn: { box: "border-amber-line bg-amber-wash", ink: "text-amber", icon: "clock" },
  error: { box: "border-red-line bg-red-wash", ink: "text-red", icon: "warning" },
};

interface NoticeBannerProps {
  tone: BannerTone;
  title?: ReactNode;
  children?: ReactNode;
}

/** Something to know before going on. */
export function NoticeBanner({ tone, title, children }: NoticeBannerProps) {
  const words = useWords().ui;
  const { box, ink, icon } = looks[tone];
  const mark = {
    info: words.infoMark,
    success: words.successMark,
    warn: words.warnMark,
    error: words.errorBannerMark,
  };
  return (
    <div role={tone === "error" ? "alert" : "status"} className={`mb-4 rounded-md border px-4 py-3 ${box}`}>
      <div className="flex items-start gap-2">
        <Icon name={icon} className={`h-lh w-4.5 ${ink}`} />
        <div className="min-w-0 grow">
          <span className="sr-only">{mark[tone]}</span>
          {title ? <p className={`font-semibold ${ink}`}>{title}</p> : null}
          {children ? <div className={title ? "mt-0.5" : ""}>{children}</div> : null}
        </div>
      </div>
    </div>
  );
}

export interface Change {
  /** What is different now. */
  what: string;
  by?: string;
  at?: Date | string;
}

interface StaleBannerProps {
  changes: readonly Change[];
  /** Said instead, where it was nobody else. */
  title?: string;
  text?: string;
  children?: ReactNode;
}

/** Somebody else acted first: what they changed, and that nothing typed is lost. */
export function StaleBanner({ changes, title, text, children }: StaleBannerProps) {
  const words = useWords().ui;
  const format = useFormat();
  const box = useRef<HTMLDivElement>(null);
  const { key } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: each try that came too late takes the focus
  useEffect(() => box.current?.focus(), [key]);
  return (
    <div ref={box} tabIndex={-1}>
      <NoticeBanner tone="warn" title={title ?? words.staleTitle}>
        <p>{text ?? words.staleText}</p>
        <ul className="mt-1.5 list-disc space-y-0.5 pl-5">
          {changes.map((change) => (
            <li key={`${change.what} ${change.by} ${change.at}`}>
              {change.what}{" "}
              <span className="text-small text-soft">
                {change.by} {change.at ? format.instant(change.at) : null}
              </span>
            </li>
          ))}
        </ul>
        {children}
      </NoticeBanner>
    </div>
  );
}
