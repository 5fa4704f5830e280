import { useEffect, useRef, useState } from "react";
import { BRIEF_CHECKS, checkBrief } from "../domain/complaint/brief.ts";
import { useWords } from "../i18n/use-words.ts";
import { Icon } from "./icon.tsx";

interface BriefChecksProps {
  /** Names that would tell who reported; none where the enterprise agreed to be known. */
  names: readonly string[];
  /** What the enterprise wrote. */
  text: string;
}

/** What a brief is checked for, told while it is written; the rules look again when it is sent. */
export function BriefChecks({ names, text }: BriefChecksProps) {
  const words = useWords().triage.briefChecks;
  const place = useRef<HTMLSpanElement>(null);
  const [brief, setBrief] = useState("");
  useEffect(() => {
    const area = place.current?.closest("form")?.querySelector<HTMLTextAreaElement>("[name=brief]");
    if (!area) return;
    const read = () => setBrief(area.value);
    read();
    area.addEventListener("input", read);
    return () => area.removeEventListener("input", read);
  }, []);
  const checks = checkBrief(brief, { names, text });
  return (
    <span ref={place} role="status" className="mt-0.5 hidden flex-wrap gap-x-4 scripted:flex">
      {brief.trim() === ""
        ? null
        : BRIEF_CHECKS.map((check) => (
            <span
              key={check}
              className={`inline-flex items-center gap-1 ${checks[check] ? "text-green" : "font-semibold text-amber"}`}
            >
              <Icon name={checks[check] ? "check" : "warning"} className="size-3.5" />
              {checks[check] ? words[check].met : words[check].unmet}
            </span>
          ))}
    </span>
  );
}
