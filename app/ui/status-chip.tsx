import { type Tone, washOf } from "./tone.ts";

/** The word for where something stands. */
export function StatusChip({ label, tone = "neutral" }: { label: string; tone?: Tone }) {
  return (
    <span
      className={`inline-flex min-h-6 items-center whitespace-nowrap rounded-sm px-2 text-small ${washOf[tone]}`}
    >
      {label}
    </span>
  );
}
