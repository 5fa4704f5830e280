import { dayOf } from "../domain/clock/day.ts";
import { formatUrging } from "../domain/urging/number.ts";
import type { UrgingLetter as Letter } from "../domain/urging/urging.server.ts";
import { urgingLetter as words } from "../i18n/zh-CN/urging-letter.ts";

const sheet =
  "mx-auto max-w-[46rem] rounded-lg border border-line bg-card px-6 py-8 leading-8 monitor:px-14 monitor:py-12 print:max-w-none print:rounded-none print:border-0 print:px-0 print:py-0 print:[font-family:仿宋_GB2312,FangSong,STFangsong,serif] print:text-[16pt] print:leading-[28pt]";

/** The letter as it is printed, after GB/T 9704, 10.1: the office over a red line, number, title, body, seal, copies. */
export function UrgingLetter({ letter }: { letter: Letter }) {
  const { year, serial, to, code, dueOn, about, answerBy, createdAt } = letter;
  return (
    <article lang="zh-CN" data-sheet="letter" className={sheet}>
      <p className="border-b-6 border-double border-red pb-2 text-center font-serif text-lead font-bold text-red monitor:text-title print:-mx-[7mm] print:pb-[4mm] print:text-[26pt] print:leading-[36pt]">
        {words.unit}
      </p>
      <p className="mt-2 text-right print:mt-[14pt]">{formatUrging(year, serial)}</p>
      <h2 className="mt-6 text-center font-serif text-title font-bold print:mt-[56pt] print:text-[22pt]">
        {words.title}
      </h2>
      <p className="mt-4 print:mt-[28pt]">{words.to(to)}</p>
      <p className="indent-[2em]">{words.overdue(code, dueOn)}</p>
      <p className="indent-[2em] whitespace-pre-line break-words">{words.about(about)}</p>
      <p className="indent-[2em]">{words.demand(answerBy)}</p>
      <p className="indent-[2em]">{words.end}</p>
      <div className="break-inside-avoid">
        <p className="mt-8 text-right print:mt-[28pt]">{words.unit}</p>
        <p className="pr-[4em] text-right">{words.day(dayOf(createdAt))}</p>
        <p className="mt-8 px-[1em] text-small print:mt-[28pt] print:text-[14pt] print:leading-[28pt]">
          {words.copies}
        </p>
      </div>
    </article>
  );
}
