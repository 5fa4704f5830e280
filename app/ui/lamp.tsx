import type { Lamp as LampKind } from "../domain/clock/lamp.ts";
import { useWords } from "../i18n/use-words.ts";
import type { UiWords } from "../i18n/zh-CN/ui.ts";
import { Icon, type IconName } from "./icon.tsx";
import { type Tone, washOf } from "./tone.ts";

const looks: Record<LampKind, { tone: Tone; icon: IconName }> = {
  green: { tone: "green", icon: "check" },
  yellow: { tone: "amber", icon: "clock" },
  red: { tone: "red", icon: "warning" },
  grey: { tone: "grey", icon: "pause" },
  blue: { tone: "blue", icon: "check" },
  late: { tone: "grey", icon: "late" },
};

interface LampProps {
  lamp: LampKind;
  /** Negative when overdue; null when ended, paused or not to be said. */
  workingDaysLeft?: number | null;
  /** Other words than the usual ones. */
  text?: string;
}

/** The lamp of a deadline: icon, colour and word, always all three. */
export function Lamp({ lamp, workingDaysLeft = null, text }: LampProps) {
  const words = useWords().ui;
  const { tone, icon } = looks[lamp];
  return (
    <span
      className={`inline-flex min-h-6 items-center gap-1.5 rounded-sm px-2 py-0.5 text-small font-semibold ${washOf[tone]}`}
    >
      <Icon name={icon} className="size-3.5" />
      {text ?? lampText(words, lamp, workingDaysLeft)}
    </span>
  );
}

/** The words of a lamp, for places that have no room for the lamp itself: a file, an e-mail's line. */
export function lampText({ lamp: words }: UiWords, lamp: LampKind, daysLeft: number | null): string {
  if (lamp === "grey") return words.paused;
  if (lamp === "blue") return words.endedInTime;
  if (lamp === "late") return words.endedLate;
  if (lamp === "red") return daysLeft === null || daysLeft === 0 ? words.overdue : words.over(-daysLeft);
  if (daysLeft === null) return lamp === "yellow" ? words.near : words.inTime;
  return daysLeft <= 0 ? words.today : words.left(daysLeft);
}
