import { Text } from "react-email";
import { wordsOf } from "../../app/i18n/dictionaries.ts";
import { JOURNEY, type JourneyStep, type Locale } from "../../db/vocabulary.ts";
import { palette } from "./palette.ts";

interface JourneyLineProps {
  locale: Locale;
  current: JourneyStep;
}

/** The seven steps in one line: those behind ticked, the present one strong. */
export function JourneyLine({ locale, current }: JourneyLineProps) {
  const words = wordsOf(locale).mail;
  const position = JOURNEY.indexOf(current);
  return (
    <Text style={{ color: palette.softInk, fontSize: "14px", lineHeight: "22px", margin: 0 }}>
      <span style={{ marginRight: "6px" }}>{words.journeyLabel}</span>
      {JOURNEY.map((step, index) => (
        <span key={step} style={{ display: "inline-block", marginRight: "12px" }}>
          {index < position ? words.stepDone(words.journey[step]) : null}
          {index === position ? (
            <strong style={{ color: palette.action }}>{words.journey[step]}</strong>
          ) : null}
          {index > position ? words.journey[step] : null}
        </span>
      ))}
    </Text>
  );
}
